package org.throughline.ams.epic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.Client;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;

/** What must hold at any Applied Epic: the practice agency's here, the vendor's own where one is named. */
abstract class EpicContract {

    static final byte[] PDF = "%PDF-1.7 a certificate of some length".getBytes(StandardCharsets.US_ASCII);

    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(100_000, 900_000));

    abstract AmsChannel channel();

    abstract EpicClients clients();

    abstract EpicPolicies policies();

    /** A client that may be written to. */
    abstract String clientId();

    /** When a write made now was planned. */
    Instant planned() {
        return Clock.systemUTC().instant();
    }

    @Test
    void readsAClient() {
        Client client = clients().find(clientId()).orElseThrow();

        assertThat(client.id()).isEqualToIgnoringCase(clientId());
        assertThat(client.displayName()).isNotBlank();
        assertThat(clients().find("00000000-0000-4000-8000-00000000abcd")).isEmpty();
        assertThat(clients().find("no-id")).isEmpty();
    }

    @Test
    void readsItsPoliciesAndSaysNothingAboutLimits() {
        assertThat(policies().ofClient(clientId())).isNotEmpty().allSatisfy(policy -> {
            assertThat(policy.clientId()).isEqualToIgnoringCase(clientId());
            assertThat(policy.lines()).isNotEmpty();
            assertThat(policy.rawStatus()).isNotBlank();
            assertThat(policy.limits()).isEmpty();
            assertThat(policy.forms()).isNull();
        });
    }

    @Test
    void readsWhatChangedLately() {
        assertThat(clients().changedSince(planned().minus(5, ChronoUnit.MINUTES)))
                .isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = WriteKind.class,
            names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT"})
    void writesOnceAndFindsItAgain(WriteKind kind) {
        OutboundWrite write = write(kind);

        assertThat(channel().find(write)).isEmpty();
        String id = Objects.requireNonNull(channel().perform(write).remoteReference());

        assertThat(channel().find(write)).contains(id);
    }

    OutboundWrite write(WriteKind kind) {
        return write(
                kind,
                switch (kind) {
                    case AMS_NOTE -> new AmsNotePayload(clientId(), null, "Certificate issued", "To Brushy Creek\nLP");
                    case AMS_TASK ->
                        new AmsTaskPayload(
                                clientId(),
                                null,
                                "Call back",
                                "About the waiver",
                                LocalDate.of(2026, 12, 1),
                                "Maria Santos");
                    case AMS_DOCUMENT -> new AmsDocumentPayload(clientId(), null, "document-1", "certificate.pdf");
                    default -> throw new IllegalArgumentException("not taken by Epic");
                });
    }

    OutboundWrite write(WriteKind kind, Object payload) {
        int number = NUMBERS.incrementAndGet();
        String request = String.format("SR-2026-%06d", number);
        return PlannedRow.of(request + "-1", kind, payload, planned());
    }
}

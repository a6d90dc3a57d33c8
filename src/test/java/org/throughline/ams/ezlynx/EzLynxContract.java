package org.throughline.ams.ezlynx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsDocumentPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsPolicies;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;

/** What holds against any EZLynx, the simulated one and the vendor's own. */
abstract class EzLynxContract {

    static final String DOCUMENT = "%PDF-1.7 a certificate of some length";

    abstract AmsClients clients();

    abstract AmsPolicies policies();

    abstract AmsChannel channel();

    /** An applicant with policies whose record may be written to. */
    abstract String applicantId();

    /** A request number that nobody used there before. */
    abstract String freshRequest();

    @Test
    void readsAnApplicantByItsNumber() {
        assertThat(clients().find(applicantId())).hasValueSatisfying(client -> {
            assertThat(client.id()).isEqualTo(applicantId());
            assertThat(client.displayName()).isNotBlank();
        });
    }

    @Test
    void knowsNothingOfANumberThatIsNone() {
        assertThat(clients().find("999999999999")).isEmpty();
        assertThat(clients().find("../1")).isEmpty();
    }

    @Test
    void readsAnApplicantsPoliciesWithoutLimits() {
        assertThat(policies().ofClient(applicantId())).isNotEmpty().allSatisfy(policy -> {
            assertThat(policy.clientId()).isEqualTo(applicantId());
            assertThat(policy.number()).isNotBlank();
            assertThat(policy.lines()).isNotEmpty();
            assertThat(policy.limits()).isEmpty();
            assertThat(policy.forms()).isNull();
            assertThat(policy.additionalInterests()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"AMS_NOTE", "AMS_TASK", "AMS_DOCUMENT"})
    void writesOnceAndFindsItAgain(WriteKind kind) {
        OutboundWrite write = write(kind, freshRequest(), 1);

        assertThat(channel().find(write)).isEmpty();
        String id = Objects.requireNonNull(channel().perform(write).remoteReference());

        assertThat(channel().find(write)).contains(id);
    }

    OutboundWrite write(WriteKind kind, String request, int position) {
        Object payload = switch (kind) {
            case AMS_NOTE -> new AmsNotePayload(applicantId(), null, "Certificate issued", "To the holder");
            case AMS_TASK ->
                new AmsTaskPayload(applicantId(), null, "Call back", "About the waiver", null, "Maria Santos");
            case AMS_DOCUMENT -> new AmsDocumentPayload(applicantId(), null, "document-1", "certificate.pdf");
            default -> throw new IllegalArgumentException("EZLynx takes no " + kind);
        };
        return PlannedRow.of(request + "-" + position, kind, payload);
    }
}

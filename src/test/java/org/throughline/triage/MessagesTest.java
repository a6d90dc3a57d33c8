package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Short messages in the words of clients, carriers and strangers, one a line of {@code triage/messages.tsv}. */
class MessagesTest {

    private static final Desk DESK = new Desk();

    static Stream<String> messages() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/triage/messages.tsv")).stream()
                .skip(1);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void findsTheWork(String line) {
        List<String> cells = List.of(line.split("\t", -1));

        Triage.Outlook outlook = DESK.look(message(cells.get(1), cells.get(2), cells.get(3), cells.get(4)));

        assertThat(outlook.planned().get(0).workType()).isEqualTo(cells.get(0));
    }

    @Test
    void leavesOrdinaryMailToPeopleOutsideSecurity() {
        Understanding understanding = DESK.read(
                message(
                        "EMAIL",
                        "broker@lender.example",
                        "Dunmore Storage LLC",
                        "Please provide proof of insurance to our bank immediately.\n- Call (614) 555-0150 with questions\nPriority: HIGH"));

        assertThat(understanding.flags()).noneMatch(WarningSigns::security);
    }

    @Test
    void keepsNegatedWordingOffTheCertificate() {
        Understanding understanding = DESK.read(message(
                "EMAIL",
                "denise@okaforplumbing.example",
                "COI",
                "Please send a COI to Westlake Builders, 900 Commerce Pl, Raleigh NC 27601 and email it to me. "
                        + "No additional insured and no waiver of subrogation needed."));

        assertThat(understanding.entities().wording()).isEmpty();
        assertThat(understanding.entities().holderName()).isEqualTo("Westlake Builders");
        assertThat(understanding.entities().holderAddress()).isEqualTo("900 Commerce Pl, Raleigh NC 27601");
        assertThat(understanding.missing()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "denise@okaforplumbing.example, CONTACT",
        "stranger@elsewhere.example, THIRD_PARTY",
        "maria@harborline.example, THIRD_PARTY",
        "claims@bluemesa.example, THIRD_PARTY"
    })
    void takesAnAddressTypedIntoThePortalForAClaimOnly(String typed, SenderRole role) {
        Identity identity = DESK.read(message("PORTAL", typed, "Policy", "Please send the policy BMC-GL-0448213."))
                .identity();

        assertThat(identity.clientId()).isEqualTo("10001");
        assertThat(identity.senderRole()).isEqualTo(role);
        assertThat(identity.authenticated()).isFalse();
    }

    @Test
    void trustsTheAccountThatAPortalWithALoginNames() {
        MessageText item = new MessageText(
                "PORTAL",
                "portal:user/okafor-admin",
                "",
                "Policy",
                "Please send the policy BMC-GL-0448213.",
                "",
                List.of(),
                false,
                false,
                Instant.parse("2026-11-16T15:00:00Z"),
                null);

        Identity identity = DESK.read(item).identity();

        assertThat(identity.senderRole()).isEqualTo(SenderRole.AUTHORIZED_CONTACT);
        assertThat(identity.authenticated()).isTrue();
    }

    private static MessageText message(String channel, String from, String subject, String body) {
        return new MessageText(
                channel,
                from,
                from.equals("x") ? "" : from,
                subject,
                body,
                "",
                List.of(),
                false,
                false,
                Instant.parse("2026-11-16T15:00:00Z"),
                null);
    }
}

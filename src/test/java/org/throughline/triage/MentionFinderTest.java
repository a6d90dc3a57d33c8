package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.triage.Mention.Kind;
import org.throughline.triage.Mention.Source;

class MentionFinderTest {

    private static final Desk DESK = new Desk();

    private static List<Mention> mentions(String subject, String body) {
        return DESK.read(Desk.mail("someone@elsewhere.example", subject, body))
                .entities()
                .mentions();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PHONE | +17135550142 | call me at (713) 555-0142 please",
                "PHONE | +12125550199 | my cell is 212.555.0199",
                "EMAIL | ap@bayline.example | send to AP@bayline.example",
                "VIN | 1M8GDM9AXKP042788 | VIN 1M8GDM9AXKP042788 is new",
                "ACORD_FORM | ACORD 28 | we need an Acord 28",
                "FORM_NUMBER | CG 20 10 04 13 | use CG 20 10 04 13",
                "FORM_NUMBER | CG 20 37 | use cg2037",
                "CLAIM_NUMBER | SR-2026-114502 | about claim # SR-2026-114502",
                "LOAN_NUMBER | 88-20417 | Loan # 88-20417",
                "AMOUNT | 412.77 | you owe $412.77",
                "AMOUNT | 5000 | about 5k",
                "AMOUNT | 1200000 | limit of 1.2 million",
                "AMOUNT | 500 | five hundred dollars",
                "DATE | 2026-12-01 | effective december first",
                "DATE | 2026-11-17T12:00 | by tomorrow noon",
                "DATE | 2026-11-30 | by the end of month",
                "ADDRESS | 900 Commerce Pl, Raleigh NC 27601 | at 900 Commerce Pl, Raleigh NC 27601.",
                "ADDRESS | PO Box 900, Macon GA 31201 | to PO Box 900, Macon GA 31201"
            })
    void findsTheValueAndItsPlace(Kind kind, String value, String body) {
        List<Mention> found = mentions("", body);

        assertThat(found)
                .filteredOn(mention -> mention.kind() == kind)
                .singleElement()
                .satisfies(mention -> {
                    assertThat(mention.value()).isEqualTo(value);
                    assertThat(mention.source()).isEqualTo(Source.BODY);
                    assertThat(body.substring(mention.start(), mention.end())).isEqualTo(mention.text());
                });
    }

    @Test
    void knowsTheClientOfAPolicyInTheIndexHoweverItIsWritten() {
        assertThat(mentions("Policy bmcgl0448213", "and XQZ-HO-4471882"))
                .filteredOn(mention -> mention.kind() == Kind.POLICY_NUMBER)
                .extracting(Mention::value, Mention::clientId)
                .containsExactly(tuple("BMC-GL-0448213", "10001"), tuple("XQZ-HO-4471882", null));
    }

    @Test
    void doubtsAVehicleNumberWithAWrongCheckDigit() {
        assertThat(mentions("", "1M8GDM9AXKP042788 and 1M8GDM9A1KP042788"))
                .filteredOn(mention -> mention.kind() == Kind.VIN)
                .extracting(Mention::confidence)
                .containsExactly(0.99, 0.5);
    }

    @Test
    void placesTheInsuredAndTheHolder() {
        String body =
                "Please send a COI for Okafor Plumbing & Drain to Westlake Builders, 900 Commerce Pl, Raleigh NC 27601.";

        assertThat(mentions("", body))
                .extracting(Mention::kind, Mention::text)
                .contains(
                        tuple(Kind.NAMED_INSURED, "Okafor Plumbing & Drain"), tuple(Kind.HOLDER, "Westlake Builders"));
    }

    @Test
    void leavesQuotedHistoryAndSensitiveNumbersOut() {
        assertThat(mentions("", "See you.\n> call 713-555-0142\ncard 4111 1111 1111 1111, SSN 123-45-6789"))
                .isEmpty();
    }
}

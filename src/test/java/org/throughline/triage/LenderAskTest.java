package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LenderAskTest {

    @Test
    void readsARefinanceOfTheSamplesWithWhatIsAttached() {
        LenderAsk ask = new Desk().read(Desk.sample(sample("S006"))).entities().lender();

        assertThat(ask.name()).isEqualTo("Meridian Community Bank, ISAOA/ATIMA");
        assertThat(ask.address()).isEqualTo("PO Box 4410, Columbus OH 43216");
        assertThat(ask.loanNumber()).isEqualTo("88-20417");
        assertThat(ask.location()).isEqualTo("701-705 Foundry St, Dayton OH");
        assertThat(ask.demands())
                .containsExactly(
                        "REPLACEMENT_COST",
                        "AGREED_VALUE",
                        "NO_COINSURANCE",
                        "SPECIAL_FORM",
                        "PAID_RECEIPT",
                        "MAX_DEDUCTIBLE:10000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mortgagee clause: ABC Bank ISAOA, loan 445-1|ABC Bank ISAOA||445-1",
                "Lender: Blue Ridge Home Lending PO Box 3300, Asheville NC 28802 Loan No. BR-204417|Blue Ridge Home Lending"
                        + "|PO Box 3300, Asheville NC 28802|BR-204417",
                "Loss payee (equipment): Copper Leasing Inc, 12 Mill Rd, Akron, OH 44301-1200|Copper Leasing Inc"
                        + "|12 Mill Rd, Akron, OH 44301-1200|",
                "the lender: please send it today|||",
                "The loan closes Monday|||"
            })
    void readsNameAddressAndLoanNumberOfALender(String text, String name, String address, String loan) {
        LenderAsk ask = LenderAsk.find(text, "");

        assertThat(ask.name()).isEqualTo(name);
        assertThat(ask.address()).isEqualTo(address);
        assertThat(ask.loanNumber()).isEqualTo(loan);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Property address: 64 Kimberly Ave, Asheville NC 28804|64 Kimberly Ave, Asheville NC 28804",
                "evidence for the property at 12 N Main St, Akron OH.|12 N Main St, Akron OH",
                "We closed 12 loans on property insurance today|"
            })
    void readsTheAddressOfTheProperty(String text, String location) {
        assertThat(LenderAsk.find(text, "").location()).isEqualTo(location);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Deductible may not exceed $2,500|MAX_DEDUCTIBLE:2500",
                "maximum deductible is fine, deductible up to $5,000|MAX_DEDUCTIBLE:5000",
                "coinsurance waived|NO_COINSURANCE",
                "please include a replacement cost estimate|",
                "what is the deductible?|"
            })
    void readsWhatIsDemanded(String text, String demand) {
        assertThat(LenderAsk.find(text, "").demands())
                .isEqualTo(demand == null ? java.util.List.of() : java.util.List.of(demand));
    }

    @Test
    void readsWhereToSendTheDocumentBehindWhatIsAskedFor() {
        Understanding understanding = new Desk()
                .read(Desk.mail(
                        "insurance@firstvalley.example",
                        "Evidence",
                        "Please email evidence of property insurance for our borrower Dunmore Storage LLC to"
                                + " closing@firstvalley.example."));

        assertThat(understanding.entities().deliverTo()).isEqualTo("closing@firstvalley.example");
        assertThat(new Desk().read(Desk.sample(sample("S006"))).entities().wording())
                .isEmpty();
    }

    private static JsonNode sample(String id) {
        for (JsonNode sample : PracticeBookIndex.read("src/main/resources/sandbox/inbound-items.json")) {
            if (id.equals(sample.get("id").asText())) {
                return sample;
            }
        }
        throw new IllegalArgumentException(id);
    }
}

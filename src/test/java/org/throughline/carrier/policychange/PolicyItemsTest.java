package org.throughline.carrier.policychange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;

class PolicyItemsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "ADDITIONAL_INSURED, lines/GLLine/additional-insureds",
        "MORTGAGEE, lines/GLLine/additional-interests",
        "LOSS_PAYEE, lines/GLLine/additional-interests",
        "LIENHOLDER, lines/GLLine/additional-interests",
        "VEHICLE, lines/GLLine/vehicles",
        "DRIVER, lines/GLLine/drivers",
        "COVERAGE, lines/GLLine/coverages",
        "LOCATION, locations",
        "MAILING_ADDRESS, contacts",
        "NAMED_INSURED, additional-named-insureds"
    })
    void knowsWhereThePartsOfAPolicyStand(Subject subject, String collection) {
        assertThat(PolicyItems.of(subject).orElseThrow().collection("GLLine")).isEqualTo(collection);
    }

    @Test
    void hasNoPlaceForExposures() {
        assertThat(PolicyItems.of(Subject.EXPOSURE)).isEmpty();
    }

    @Test
    void namesTheKindOfAnInterest() throws Exception {
        Change lender =
                new Change(Action.ADD, Subject.LIENHOLDER, "Third Bank", Map.of("loanNumber", "77-1", "state", "OH"));
        PolicyItems items = PolicyItems.of(Subject.LIENHOLDER).orElseThrow();

        assertThat(items.created(lender))
                .containsEntry("displayName", "Third Bank")
                .containsEntry("interestType", Map.of("code", "Lienholder"))
                .containsEntry("contractNumber", "77-1")
                .containsEntry("address", Map.of("state", Map.of("code", "OH")));
        assertThat(items.names(lender, row("{'displayName':'THIRD BANK','interestType':{'code':'Lienholder'}}")))
                .isTrue();
        assertThat(items.names(lender, row("{'displayName':'Third Bank','interestType':{'code':'Mortgagee'}}")))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "$1,000,000 | 1000000 | true",
                "1,000,000.00 | 1000000 | true",
                "100/300 | 100/300 | true",
                "1000000 | 500000 | false",
                "1000000 | | false"
            })
    void comparesAmountsAndNotHowTheyAreWritten(String wanted, String has, boolean same) throws Exception {
        Change limit = new Change(Action.CHANGE, Subject.COVERAGE, "Each occurrence", Map.of("limit", wanted));
        Resource row = row(has == null ? "{}" : "{'terms':{'Limit':{'directValue':'" + has + "'}}}");

        assertThat(PolicyItems.of(Subject.COVERAGE)
                        .orElseThrow()
                        .differing(limit, row)
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void sendsAmountsBare() {
        Change limit = new Change(Action.ADD, Subject.COVERAGE, "Each occurrence", Map.of("limit", "$1,000,000.00"));

        assertThat(PolicyItems.of(Subject.COVERAGE).orElseThrow().created(limit))
                .containsEntry("pattern", Map.of("id", "Eachoccurrence", "displayName", "Each occurrence"))
                .containsEntry("terms", Map.of("Limit", Map.of("directValue", "1000000")));
    }

    @Test
    void findsACoverageByItsCodeToo() throws Exception {
        Change limit = new Change(Action.CHANGE, Subject.COVERAGE, "PALiabilityCov", Map.of("limit", "1"));

        assertThat(PolicyItems.of(Subject.COVERAGE)
                        .orElseThrow()
                        .names(limit, row("{'pattern':{'id':'PALiabilityCov','displayName':'Liability'}}")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Y, true, Y", "yes, true, yes", "Y, false, false", "no, false, no"})
    void saysYesAndNoAsItWasAsked(String asked, boolean has, String said) throws Exception {
        Resource row = row("{'waiverOfSubrogation':" + has + "}");

        assertThat(PolicyItems.of(Subject.ADDITIONAL_INSURED).orElseThrow().values(row, Map.of("waiver", asked)))
                .containsEntry("waiver", said);
    }

    @Test
    void tellsWhichValuesHaveNoPlace() {
        Change change = new Change(Action.ADD, Subject.DRIVER, "A B", Map.of("birthDate", "1990-01-01", "city", "X"));

        assertThat(PolicyItems.of(Subject.DRIVER).orElseThrow().withoutPlace(change))
                .containsExactly("city");
    }

    private static Resource row(String attributes) throws Exception {
        return new Resource(JSON.readTree(attributes.replace('\'', '"')), "c");
    }
}

package org.throughline.ams.hawksoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.ams.hawksoft.HawkSoftWire.ClientRecord;
import org.throughline.ams.hawksoft.HawkSoftWire.PolicyRecord;

class HawkSoftPolicyMapperTest {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void readsLimitsThatCanMeanOneThingAlone() {
        Policy policy = policy("""
                "loBs":[{"code":"CGL"},{"code":"PROPC"}],
                "coverages":[
                  {"code":"EAOCC","description":"Each occurrence (occurrence form)","limits":"$1,000,000"},
                  {"code":"MEDEX","limits":"EXCLUDED"},
                  {"code":"GENAG","description":"General aggregate (per project)","limits":"2000000.00"},
                  {"code":"PRDCO","limits":"see schedule 4"},
                  {"code":"CSL","limits":"1000000"},
                  {"code":"ZZ","limits":"5"}],
                "locations":[
                  {"id":"l-1","address":{"address1":"1 Main St","city":"Dayton","state":"OH","zip":"45402"},
                   "coverages":[{"code":"BLDG","limits":"640000"},
                     {"code":"PRDED","description":"Deductible (replacement cost, special causes of loss)",
                      "deductibles":"5000","percent":90}]},
                  {"id":"l-2","coverages":[{"code":"BPP","limits":"180000"}]}]""");

        assertThat(policy.limits())
                .isEqualTo(Map.of(
                        "GL",
                        Map.of(
                                "eachOccurrence", "1000000",
                                "occurrenceForm", "true",
                                "medExp", "EXCLUDED",
                                "generalAggregate", "2000000",
                                "aggregateAppliesPer", "PROJECT"),
                        "PROPERTY",
                        Map.of(
                                "1.location", "1 Main St, Dayton OH 45402",
                                "1.building", "640000",
                                "1.deductible", "5000",
                                "1.coinsurancePercent", "90",
                                "1.valuation", "REPLACEMENT_COST",
                                "1.causesOfLoss", "SPECIAL",
                                "2.contents", "180000")));
    }

    @Test
    void leavesALineUnreadOfWhichNothingIsCertain() {
        Policy unknownCodes = policy("\"loBs\":[{\"code\":\"CGL\"}],\"coverages\":[{\"code\":\"X\",\"limits\":\"1\"}]");
        Policy ofTwoLines = policy("\"loBs\":[{\"code\":\"CGL\"},{\"code\":\"UMBRC\"}],"
                + "\"coverages\":[{\"code\":\"EAOCC\",\"limits\":\"1000000\"}]");

        assertThat(unknownCodes.limits()).isEmpty();
        assertThat(ofTwoLines.limits()).isEmpty();
    }

    @Test
    void takesACoverageOfEveryVehicleForThePolicys() {
        Policy policy = policy("""
                "loBs":[{"code":"AUTOP"}],
                "coverages":[{"code":"UM","limits":"100/300"}],
                "autos":[
                  {"id":"a-1","coverages":[{"code":"BI","limits":"100000/300000"},{"code":"COMP","deductibles":"100"},
                    {"code":"COLL","deductibles":"500"},{"code":"UM","limits":"50/100"}]},
                  {"id":"a-2","coverages":[{"code":"BI","limits":"100000/300000"},{"code":"COLL","deductibles":"250"}]}]""");

        assertThat(policy.limits())
                .isEqualTo(Map.of(
                        "PERSONAL_AUTO",
                        Map.of(
                                "bodilyInjuryPerPerson", "100000",
                                "bodilyInjuryPerAccident", "300000",
                                "umUim", "100/300")));
    }

    @Test
    void cannotTellFormsWithoutANote() {
        assertThat(policy("\"note\":\"CG 20 10 04 13 blanket | GL\",\"policyState\":\"TX\"")
                        .forms())
                .hasSize(1);
        assertThat(policy("\"policyState\":\"TX\"").forms()).isNull();
        assertThat(policy("\"policyState\":\"TX\"").states()).containsExactly("TX");
        assertThat(policy("\"policyState\":\"OH\",\"note\":\"States: OH, PA\"").states())
                .containsExactly("OH", "PA");
    }

    @ParameterizedTest
    @CsvSource({
        "Active, ACTIVE",
        "PendingCancel, PENDING_CANCEL",
        "Canceled, CANCELLED",
        "Non-Renewed, NON_RENEWED",
        "Rewrite, UNKNOWN",
        "New, UNKNOWN",
        "'', UNKNOWN"
    })
    void keepsTheVendorsWordBesideOurStatus(String word, PolicyStatus status) {
        Policy policy = policy("\"status\":\"" + word + "\"");

        assertThat(policy.status()).isEqualTo(status);
        assertThat(policy.rawStatus()).isEqualTo(word);
    }

    @Test
    void readsTheDayOfACancellationFromTheStatusThatTellsOfIt() {
        String date = "\"statusDate\":\"2026-12-06T00:00:00\",\"status\":";

        assertThat(policy(date + "\"Cancelled\"").cancellationDate()).isEqualTo(LocalDate.of(2026, 12, 6));
        assertThat(policy(date + "\"Active\",\"subStatus\":\"Pending Cancel\"").cancellationDate())
                .isEqualTo(LocalDate.of(2026, 12, 6));
        assertThat(policy(date + "\"Active\"").cancellationDate()).isNull();
    }

    @Test
    void saysWhatAnInterestIsIn() {
        Policy policy = policy("""
                "autos":[{"id":"a-1","year":"2021","make":"Chevrolet","model":"Equinox"}],
                "additionalInterests":[
                  {"parentType":"Auto","parentId":"A-1","type":"Lienholder (LH)","name":"Queen City Auto Finance",
                   "address":{"address1":"PO Box 610","city":"Cincinnati","state":"OH","zip":"45201"},"loanNumber":"QC-1"},
                  {"parentType":"Policy","parentId":"g-1","type":"Additional Interest (AI)","name":"Somebody"}]""");

        assertThat(policy.additionalInterests())
                .containsExactly(
                        new AdditionalInterest(
                                "Queen City Auto Finance",
                                "LIENHOLDER",
                                "PO Box 610, Cincinnati OH 45201",
                                "QC-1",
                                "2021 Chevrolet Equinox"),
                        new AdditionalInterest("Somebody", "OTHER", null, null, null));
    }

    @Test
    void leavesOutAFileWithoutATerm() throws JsonProcessingException {
        ClientRecord client = JSON.readValue("{\"clientNumber\":1}", ClientRecord.class);
        PolicyRecord begun = JSON.readValue(
                "{\"id\":\"g-1\",\"effectiveDate\":\"0001-01-01T00:00:00\",\"expirationDate\":null}",
                PolicyRecord.class);

        assertThat(HawkSoftPolicyMapper.policy(client, begun)).isEmpty();
    }

    private static Policy policy(String fields) {
        try {
            ClientRecord client = JSON.readValue(
                    "{\"clientNumber\":10002,\"people\":[{\"id\":\"p\",\"firstName\":\"Amos\",\"lastName\":\"Tillery\"}]}",
                    ClientRecord.class);
            PolicyRecord row = JSON.readValue(
                    "{\"id\":\"g-1\",\"effectiveDate\":\"2026-08-23T00:00:00\",\"expirationDate\":\"2027-08-23T00:00:00\","
                            + fields + "}",
                    PolicyRecord.class);
            return HawkSoftPolicyMapper.policy(client, row).orElseThrow();
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}

package org.throughline.servicing.certificate.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.servicing.certificate.usecase.CertificateFixtures.TODAY;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.asked;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.blueRidge;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.brandt;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.dunmore;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.home;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.property;
import static org.throughline.servicing.certificate.usecase.PropertyFixtures.threeBuildings;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.ams.Client;
import org.throughline.ams.Policy;
import org.throughline.ams.Policy.AdditionalInterest;
import org.throughline.servicing.certificate.model.Asked;
import org.throughline.servicing.certificate.model.Check;

class PropertyChecksTest {

    private static Map<String, String> questions(Asked asked, Client client, Policy... policies) {
        return PropertyQuestions.of(asked, client, PropertyShown.of(asked.shown(), List.of(policies), TODAY));
    }

    private static Asked evidence(String holder, Asked.Property property) {
        return asked("EVIDENCE_PROPERTY", holder, "", property);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "First Valley Bank|MORTGAGEE",
                "FIRST VALLEY BANK, its successors and/or assigns|MORTGAGEE",
                "First Valley Bank ISAOA ATIMA|MORTGAGEE",
                "First Valley Bank of Ohio|NONE",
                "Meridian Community Bank, ISAOA/ATIMA|NONE"
            })
    void findsTheLenderOnThePolicyByNameWithoutItsClause(String holder, String interest) {
        assertThat(questions(evidence(holder, property("", "")), dunmore(), threeBuildings()))
                .containsEntry("INTEREST", interest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"FV-553019|SAME", "FV 553019|SAME", "88-20417|DIFFERENT", "''|NOT_GIVEN"})
    void comparesTheLoanNumberWithThePolicys(String number, String fact) {
        assertThat(questions(evidence("First Valley Bank", property("", number)), dunmore(), threeBuildings()))
                .containsEntry("LOAN_NUMBER", fact);
    }

    @Test
    void aLoanNumberThatThePolicyDoesNotHaveIsToldApart() {
        AdditionalInterest withoutNumber = new AdditionalInterest("Blue Ridge", "MORTGAGEE", "1 Main St", null, null);

        assertThat(questions(evidence("Blue Ridge", property("", "77")), brandt(), home(withoutNumber)))
                .containsEntry("LOAN_NUMBER", "NOT_ON_POLICY");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "703 Foundry Street|ON_POLICY|1",
                "3 buildings, 701-705 Foundry St, Dayton OH|ON_POLICY|3",
                "702 Foundry St|NOT_ON_POLICY|3",
                "703 Main St|NOT_ON_POLICY|3",
                "''|NOT_GIVEN|3"
            })
    void showsOnlyTheBuildingsAtTheAddressAskedFor(String location, String fact, int buildings) {
        Asked asked = evidence("First Valley Bank", property(location, ""));

        assertThat(questions(asked, dunmore(), threeBuildings())).containsEntry("LOCATION", fact);
        assertThat(PropertyShown.of(asked.shown(), List.of(threeBuildings()), TODAY)
                        .premises())
                .hasSize(buildings);
    }

    @Test
    void doesNotGuessBetweenTwoPoliciesButTakesTheOneThatIsNamedOrInsuresTheAddressOrNamesTheLender() {
        Policy[] both = {threeBuildings(), home(blueRidge())};

        assertThat(questions(evidence("Some Bank", property("", "")), dunmore(), both))
                .containsEntry("POLICY", "SEVERAL")
                .doesNotContainKey("INTEREST");
        assertThat(questions(evidence("Some Bank", property("64 Kimberly Ave", "")), dunmore(), both))
                .containsEntry("POLICY", "ONE");
        assertThat(questions(evidence("Blue Ridge Home Lending", property("", "")), dunmore(), both))
                .containsEntry("INTEREST", "MORTGAGEE");
        Asked.Property named = new Asked.Property(List.of("LNI-CPP-440127"), "", "", List.of());
        assertThat(PropertyShown.of(evidence("Some Bank", named).shown(), List.of(both), TODAY)
                        .policy())
                .isEqualTo(threeBuildings());
    }

    @Test
    void showsNothingOfAPolicyThatIsNotInForce() {
        assertThat(PropertyShown.of(
                                evidence("First Valley Bank", property("", "")).shown(),
                                List.of(threeBuildings()),
                                TODAY.plusYears(1))
                        .byLine())
                .isEmpty();
    }

    @Test
    void holdsEachDemandAgainstEveryBuilding() {
        Asked demanding = evidence(
                "First Valley Bank",
                property(
                        "",
                        "",
                        "REPLACEMENT_COST",
                        "AGREED_VALUE",
                        "NO_COINSURANCE",
                        "SPECIAL_FORM",
                        "PAID_RECEIPT",
                        "MAX_DEDUCTIBLE:10000"));

        assertThat(questions(demanding, dunmore(), threeBuildings()))
                .containsEntry("REPLACEMENT_COST", "NOT_MET")
                .containsEntry("AGREED_VALUE", "NOT_MET")
                .containsEntry("NO_COINSURANCE", "NOT_MET")
                .containsEntry("SPECIAL_FORM", "MET")
                .containsEntry("PAID_RECEIPT", "NOT_KNOWN")
                .containsEntry("MAX_DEDUCTIBLE", "MET");
        assertThat(questions(
                        evidence("Blue Ridge Home Lending", property("", "", "MAX_DEDUCTIBLE:5000")),
                        brandt(),
                        home(blueRidge())))
                .containsEntry("MAX_DEDUCTIBLE", "NOT_KNOWN");
    }

    @Test
    void asksForConsentUnlessTheInsuredAsks() {
        assertThat(questions(evidence("First Valley Bank", property("", "")), dunmore(), threeBuildings()))
                .containsEntry("CONSENT", "NOT_HELD");
    }

    @Test
    void saysWhatWasFoundBesideTheReasonOfTheTable() {
        Asked asked = evidence("Meridian Community Bank", property("", "", "MAX_DEDUCTIBLE:5000"));
        PropertyShown shown = PropertyShown.of(asked.shown(), List.of(threeBuildings()), TODAY);

        List<Check> checks = PropertyChecks.of(
                asked,
                shown,
                Map.of(
                        "INTEREST", new Decided.Answer("STOP", "Have it endorsed first"),
                        "MAX_DEDUCTIBLE", new Decided.Answer("REVIEW", "Compare it")));

        assertThat(checks)
                .contains(
                        Check.stop(
                                "Interest in the property",
                                "Have it endorsed first. Meridian Community Bank is not on the policy. On it now:"
                                        + " First Valley Bank, ISAOA/ATIMA."),
                        Check.review(
                                "Demand: highest deductible",
                                "Compare it. Demanded: $5,000. The policy has: $10,000."));
    }
}

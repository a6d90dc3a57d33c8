package org.throughline.carrier.acordxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.carrier.acordxml.Asked.TODAY;
import static org.throughline.carrier.acordxml.Asked.values;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;
import org.throughline.platform.MovingClock;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.xml.XmlElement;
import org.throughline.platform.xml.XmlLimits;
import org.throughline.platform.xml.XmlReading;
import org.throughline.platform.xml.XmlWriter;

class AcordRequestsTest {

    private static final String REFERENCE = "SR-2026-000123-1";

    private final MovingClock clock = new MovingClock();
    private final AcordRequests requests =
            new AcordRequests("LNI", Asked.connection(URI.create("https://carrier.example/acord")), clock);

    @Test
    void namesTheMessageByTheLine() {
        assertThat(name("GL")).isEqualTo("GeneralLiabilityPolicyMod");
        assertThat(name("AUTO")).isEqualTo("CommlAutoPolicyMod");
        assertThat(name("BOP")).isEqualTo("BOPPolicyMod");
        assertThat(name("WC")).isEqualTo("WorkCompPolicyMod");
        assertThat(name("UMBRELLA")).isEqualTo("CommlUmbrellaPolicyMod");
        assertThat(name("HOME")).isEqualTo("HomePolicyMod");
        assertThat(name("PERSONAL_AUTO")).isEqualTo("PersAutoPolicyMod");
    }

    @Test
    void saysWhatToDoWithALineThatHasNoMessage() {
        assertThatThrownBy(() -> name("CARGO"))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("CARGO")
                .hasMessageContaining("carrier-channel");
    }

    private String name(String line) {
        Submission submission = Asked.at(
                "LNI", "P-1", line, CarrierOperation.POLICY_CHANGE, Map.of(), Asked.insured("Gulfton Apartments LP"));
        return requests.of(submission, REFERENCE).name();
    }

    @ParameterizedTest
    @CsvSource({"POLICY_CHANGE, PCH", "POLICY_CHANGE_QUOTE, ENQ", "CANCELLATION, XLN", "REINSTATEMENT, REI"})
    void saysThePurpose(CarrierOperation operation, String purpose) {
        XmlElement message = message(Asked.of(operation, Map.of(), Asked.insured("Gulfton Apartments LP")));

        assertThat(message.text("BusinessPurposeTypeCd")).contains(purpose);
        assertThat(message.text("TransactionEffectiveDt")).contains(TODAY.toString());
    }

    @Test
    void asksForNoPriceWhereTheCarrierMightBindIt() {
        AcordXmlProperties.Connection open = Asked.connection(URI.create("https://carrier.example/acord"));
        AcordRequests cautious = new AcordRequests(
                "LNI",
                new AcordXmlProperties.Connection(
                        open.url(),
                        open.serviceProvider(),
                        open.customerId(),
                        open.login(),
                        open.password(),
                        open.org(),
                        false,
                        open.connectTimeout(),
                        open.readTimeout(),
                        open.breakerWait()),
                clock);

        assertThatThrownBy(() -> cautious.of(Asked.of(CarrierOperation.POLICY_CHANGE_QUOTE, Map.of()), REFERENCE))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("LNI");
    }

    @Test
    void putsOurReferenceWhereMachinesAndPeopleSeeIt() {
        XmlElement message = message(Asked.change(Asked.insured("Gulfton Apartments LP")));

        assertThat(message.text("ItemIdInfo/AgencyId")).contains(REFERENCE);
        assertThat(message.text("RemarkText"))
                .hasValueSatisfying(remark -> assertThat(remark).contains("[" + REFERENCE + "]"));
        assertThat(message.text("Producer/ProducerInfo/ContractNumber")).contains("HARBORLINE-4417");
    }

    @ParameterizedTest
    @EnumSource(CarrierOperation.class)
    void bearsTheSameIdAtEachAttempt(CarrierOperation operation) {
        Submission submission = Asked.of(operation, Map.of(), Asked.insured("Gulfton Apartments LP"));
        AcordMessage first = requests.of(submission, REFERENCE);
        clock.advance(Duration.ofDays(3));

        assertThat(requests.of(submission, REFERENCE).rqUid()).isEqualTo(first.rqUid());
        assertThat(requests.of(submission, "SR-2026-000123-2").rqUid()).isNotEqualTo(first.rqUid());
        assertThat(AcordMessage.rqUid("KHI", "HARBORLINE-4417", REFERENCE)).isNotEqualTo(first.rqUid());
    }

    @Test
    void writesAnInterestWithItsAddressFormAndLoan() {
        XmlElement message = message(Asked.change(
                Asked.insured(
                        "Gulfton Apartments LP & Co",
                        "address",
                        "12 Main St",
                        "city",
                        "Houston",
                        "state",
                        "TX",
                        "postalCode",
                        "77002",
                        "form",
                        "CG 20 10",
                        "edition",
                        "04 13",
                        "waiver",
                        "true"),
                new Change(Action.REMOVE, Subject.MORTGAGEE, "Old Bank", values("loanNumber", "L-1"))));

        List<XmlElement> interests =
                message.all("CommlPolicy/AdditionalInterest").toList();
        assertThat(interests).hasSize(2);
        XmlElement insured = interests.get(0);
        assertThat(insured.text("GeneralPartyInfo/NameInfo/CommlName/CommercialName"))
                .contains("Gulfton Apartments LP & Co");
        assertThat(insured.text("GeneralPartyInfo/Addr/PostalCode")).contains("77002");
        assertThat(insured.text("AdditionalInterestInfo/NatureInterestCd")).contains("ADDIN");
        assertThat(insured.text("Form/FormNumber")).contains("CG 20 10");
        assertThat(interests.get(1).text("AdditionalInterestInfo/AccountNumberId"))
                .contains("L-1");
        assertThat(actions(message)).containsExactly("A", "D");
        assertThat(message.text("ModInfo/ChangeDesc"))
                .hasValueSatisfying(words -> assertThat(words).contains("waiver true"));
    }

    @Test
    void writesVehiclesAndDriversInTheSectionOfTheLine() {
        Submission submission = Asked.at(
                "KHI",
                "KHI-CA-1",
                "AUTO",
                CarrierOperation.POLICY_CHANGE,
                Map.of(),
                new Change(
                        Action.ADD,
                        Subject.VEHICLE,
                        "1FTFW1E50NFA00001",
                        values("year", "2022", "make", "Ford", "model", "F-150", "garagingPostalCode", "07102")),
                new Change(
                        Action.ADD,
                        Subject.DRIVER,
                        "Ana Maria Ruiz",
                        values("birthDate", "1990-02-03", "licenseState", "NJ")));

        XmlElement message = message(submission);

        XmlElement section = message.at("CommlAutoLineBusiness/CommlRateState").orElseThrow();
        assertThat(section.text("StateProvCd")).contains("OK");
        assertThat(section.text("CommlVeh/VehIdentificationNumber")).contains("1FTFW1E50NFA00001");
        assertThat(section.text("CommlDriver/GeneralPartyInfo/NameInfo/PersonName/Surname"))
                .contains("Ruiz");
        assertThat(section.text("CommlDriver/GeneralPartyInfo/NameInfo/PersonName/GivenName"))
                .contains("Ana Maria");
        String garage = section.at("CommlVeh")
                .flatMap(vehicle -> vehicle.attribute("LocationRef"))
                .orElseThrow();
        assertThat(message.all("Location").filter(each -> each.attribute("id").equals(Optional.of(garage))))
                .singleElement()
                .satisfies(
                        location -> assertThat(location.text("Addr/PostalCode")).contains("07102"));
    }

    @Test
    void writesWhyAPolicyIsToEndOrToComeBack() {
        XmlElement end = message(
                Asked.of(CarrierOperation.CANCELLATION, Map.of("reason", "Sold the business", "requestor", "Insured")));
        XmlElement back = message(Asked.of(CarrierOperation.REINSTATEMENT, Map.of("reason", "Paid in full")));

        assertThat(end.text("CancelNonRenewInfo/BusinessPurposeTypeCd")).contains("XLN");
        assertThat(end.text("CancelNonRenewInfo/CancelReason")).contains("Sold the business");
        assertThat(end.text("CancelNonRenewInfo/RequestorCd")).contains("Insured");
        assertThat(back.text("ReinstateInfo/ReasonDesc")).contains("Paid in full");
    }

    @Test
    void writesAFirstNoticeOfLossForAnyLine() {
        Submission submission = Asked.at(
                "LNI",
                "LNI-1",
                "DO",
                CarrierOperation.CLAIM_NOTICE,
                Map.of(
                        "lossTime", "14:30",
                        "place", "3508 SE 29th St, Oklahoma City OK 73115",
                        "injuries", "None",
                        "reportedBy", "Dana Ortiz",
                        "phone", "(405) 555-0100"));

        AcordMessage message = requests.of(submission, REFERENCE);
        XmlElement written = message(submission);

        assertThat(message.service()).isEqualTo("ClaimsSvc");
        assertThat(written.text("ClaimsOccurrence/ItemIdInfo/AgencyId")).contains(REFERENCE);
        assertThat(written.text("ClaimsOccurrence/LossDt")).contains(TODAY.toString());
        assertThat(written.text("ClaimsOccurrence/LossTime")).contains("14:30");
        assertThat(written.text("ClaimsOccurrence/DamageDesc")).contains("None");
        assertThat(written.text("ClaimsParty/GeneralPartyInfo/Communications/PhoneInfo/PhoneNumber"))
                .contains("(405) 555-0100");
        assertThat(written.text("Policy/LOBCd")).isEmpty();
    }

    @Test
    void asksForLossesOfSoManyYears() {
        XmlElement message = message(Asked.of(CarrierOperation.LOSS_RUNS, Map.of("years", "5")));

        assertThat(message.text("LossRunInqInfo/AsOfDt")).contains("2026-11-23");
        assertThat(message.text("LossRunInqInfo/EvaluationPeriod/EffectiveDt")).contains("2021-11-23");
        assertThat(message.text("LossRunInqInfo/PartialPolicy/PolicyNumber")).contains("LNI-PKG-330918");
    }

    @Test
    void looksUpUnderAnotherIdThanItSubmits() {
        AcordMessage inquiry = requests.policy("P-1", AcordLine.GL, REFERENCE);

        assertThat(inquiry.rqUid()).isNotEqualTo(requests.rqUid(REFERENCE));
        assertThat(inquiry.name()).isEqualTo("PolicySync");
    }

    @Test
    void readsBackEveryKindOfChangeThatItWrites() {
        List<Change> changes =
                Arrays.stream(Subject.values()).map(AcordRequestsTest::example).toList();
        Submission submission =
                Asked.at("LNI", "P-1", "BOP", CarrierOperation.POLICY_CHANGE, Map.of(), changes.toArray(Change[]::new));

        XmlElement message = message(submission);

        assertThat(message.all("ModInfo").flatMap(each -> AcordItems.modified(each, message).stream()))
                .containsExactlyElementsOf(changes);
    }

    private static Change example(Subject subject) {
        return switch (subject) {
            case ADDITIONAL_INSURED -> Asked.insured("One LLC", "form", "CG 20 10", "edition", "04 13");
            case MORTGAGEE -> new Change(Action.ADD, subject, "Bank One", values("loanNumber", "1", "city", "Erie"));
            case LOSS_PAYEE -> new Change(Action.CHANGE, subject, "Bank Two", values("item", "2022 Ford F-150"));
            case LIENHOLDER -> new Change(Action.REMOVE, subject, "Bank Three", values("loanNumber", "3"));
            case VEHICLE ->
                new Change(
                        Action.ADD,
                        subject,
                        "1FTFW1E50NFA00001",
                        values("year", "2022", "garagingPostalCode", "07102"));
            case DRIVER -> new Change(Action.ADD, subject, "Ana Ruiz", values("licenseState", "NJ"));
            case COVERAGE ->
                new Change(Action.CHANGE, subject, "Each occurrence", values("limit", "2000000", "deductible", "500"));
            case LOCATION ->
                new Change(
                        Action.ADD,
                        subject,
                        "12 Main St",
                        values(
                                "address",
                                "12 Main St",
                                "building",
                                "500000",
                                "contents",
                                "20000",
                                "occupancy",
                                "Office"));
            case MAILING_ADDRESS ->
                new Change(
                        Action.CHANGE,
                        subject,
                        "OKC Roofing & Sheet Metal Inc",
                        values("address", "PO Box 1", "city", "Tulsa"));
            case NAMED_INSURED -> new Change(Action.ADD, subject, "Second Inc", values("entityType", "Corporation"));
            case EXPOSURE -> new Change(Action.CHANGE, subject, "5551", values("payroll", "455000"));
        };
    }

    private static List<String> actions(XmlElement message) {
        return message.all("ModInfo")
                .flatMap(each -> each.text("ActionCd").stream())
                .toList();
    }

    private XmlElement message(Submission submission) {
        AcordMessage message = requests.of(submission, REFERENCE);
        String text = XmlWriter.document(message.name() + "Rq", AcordClient.NAMESPACE, message.body());
        return XmlReading.document(text.getBytes(StandardCharsets.UTF_8), null, XmlLimits.MESSAGE);
    }
}

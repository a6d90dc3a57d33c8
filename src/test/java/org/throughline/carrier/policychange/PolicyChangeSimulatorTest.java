package org.throughline.carrier.policychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.carrier.policychange.Submissions.TODAY;
import static org.throughline.carrier.policychange.Submissions.insured;
import static org.throughline.carrier.policychange.Submissions.reference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.MovingClock;
import org.throughline.platform.vendor.VendorRejected;

/** The adapter against the practice agency's carriers, over HTTP: all that they can answer. */
@AgainstSimulatedCarriers
class PolicyChangeSimulatorTest extends PolicyChangeContract {

    private final List<CarrierConnection> connections;
    private final CarrierConnection blueMesa;
    private final CarrierConnection summitRidge;
    private final CarrierRecords records;
    private final CarrierRecords summitRidgeRecords;
    private final MovingClock clock;
    private final CarrierControls controls;

    PolicyChangeSimulatorTest(
            List<CarrierConnection> connections,
            @Qualifier("policyChangeConnectionBMC") CarrierConnection blueMesa,
            @Qualifier("policyChangeConnectionSRM") CarrierConnection summitRidge,
            @Qualifier("policyChangeRecordsBMC") CarrierRecords records,
            @Qualifier("policyChangeRecordsSRM") CarrierRecords summitRidgeRecords,
            MovingClock clock,
            @LocalServerPort int port) {
        this.connections = connections;
        this.blueMesa = blueMesa;
        this.summitRidge = summitRidge;
        this.records = records;
        this.summitRidgeRecords = summitRidgeRecords;
        this.clock = clock;
        this.controls = new CarrierControls(port);
    }

    @AfterEach
    void mend() {
        controls.behavior("issue", 0);
    }

    @Override
    CarrierConnection connection() {
        return blueMesa;
    }

    @Override
    CarrierRecords records() {
        return records;
    }

    @Override
    String policy() {
        return "BMC-GL-0448213";
    }

    @Override
    String line() {
        return "GL";
    }

    @Override
    LocalDate today() {
        return TODAY;
    }

    @Test
    void hasABeanForEachConnection() {
        assertThat(connections).extracting(CarrierConnection::carrier).containsExactlyInAnyOrder("BMC", "SRM");
        assertThat(connections).extracting(CarrierConnection::channel).containsOnly(CarrierChannel.API);
    }

    @Test
    void declinesWithTheCarriersReason() {
        controls.behaviorOf("BMC", "decline");

        SubmissionAnswer answer = blueMesa.submit(change(insured("Declined LLC")), reference());

        assertThat(answer.status()).isEqualTo(Status.DECLINED);
        assertThat(answer.message()).startsWith("Declined: ");
        assertThat(answer.issued()).isNull();
        assertThat(controls.behaviors().path("SRM").path("mode").asText()).isEqualTo("issue");
    }

    @Test
    void asksAnUnderwriterAndWaits() {
        controls.behavior("refer", 0);
        String reference = reference();
        Submission submission = change(insured("Referred LLC"));

        assertThat(blueMesa.submit(submission, reference).status()).isEqualTo(Status.REFERRED);
        assertThat(blueMesa.find(submission, reference).orElseThrow().status()).isEqualTo(Status.REFERRED);
        assertThat(blueMesa.submit(submission, reference).status()).isEqualTo(Status.REFERRED);
        assertThat(controls.writes(reference)).hasSize(1);
        controls.behavior("issue", 0);

        assertThat(blueMesa.find(submission, reference).orElseThrow().issued())
                .extracting(Change::name)
                .containsExactly("Referred LLC");
    }

    @Test
    void isPendingUntilTheCarrierIsThrough() {
        controls.behavior("delay", 60);
        String reference = reference();
        Submission submission = change(insured("Delayed LLC"));

        assertThat(blueMesa.submit(submission, reference).status()).isEqualTo(Status.PENDING);
        assertThat(blueMesa.find(submission, reference).orElseThrow().status()).isEqualTo(Status.PENDING);
        clock.advance(Duration.ofSeconds(61));

        SubmissionAnswer answer = blueMesa.find(submission, reference).orElseThrow();
        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.issued()).hasSize(1);
    }

    @Test
    void saysWhatIsIssuedAndNotWhatWasAsked() {
        controls.behavior("partial", 0);

        SubmissionAnswer single = blueMesa.submit(change(insured("Without Waiver LLC")), reference());
        SubmissionAnswer several = blueMesa.submit(change(insured("First LLC"), insured("Second LLC")), reference());

        assertThat(single.status()).isEqualTo(Status.CONFIRMED);
        assertThat(single.issued())
                .singleElement()
                .satisfies(issued -> assertThat(issued.values())
                        .containsEntry("form", "CG 20 10")
                        .doesNotContainKey("waiver"));
        assertThat(several.issued()).extracting(Change::name).containsExactly("First LLC");
    }

    @Test
    void refusesWithTheCarriersOwnWords() {
        controls.behavior("error", 0);
        String reference = reference();

        assertThatThrownBy(() -> blueMesa.submit(change(insured("Wrong LLC")), reference))
                .isInstanceOf(VendorRejected.class)
                .hasMessageStartingWith("The request does not pass validation");
    }

    @ParameterizedTest
    @EnumSource(
            value = Subject.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"EXPOSURE", "MAILING_ADDRESS"})
    void addsEveryPartOfAPolicy(Subject subject) {
        Map<String, String> values = switch (subject) {
            case COVERAGE -> Map.of("limit", "$250,000", "deductible", "500");
            case VEHICLE -> Map.of("year", "2025", "make", "Toyota", "model", "Tundra");
            case DRIVER -> Map.of("birthDate", "1990-02-03", "licenseState", "TX");
            case LOCATION -> Map.of("city", "Houston", "state", "TX", "building", "400,000");
            case NAMED_INSURED -> Map.of("entityType", "LLC");
            case ADDITIONAL_INSURED -> Map.of("form", "CG 20 10", "waiver", "Y", "primary", "no");
            default -> Map.of("address", "PO Box 118", "city", "Dayton", "loanNumber", "77-1");
        };
        Change change = new Change(Action.ADD, subject, "Part " + subject.name(), values);

        SubmissionAnswer answer = blueMesa.submit(change(change), reference());

        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.issued()).singleElement().satisfies(issued -> {
            assertThat(issued.name()).isEqualTo(change.name());
            assertThat(issued.values()).containsAllEntriesOf(values);
        });
    }

    @Test
    void changesAndRemovesWhatIsThere() {
        String name = "Changing LLC " + reference();
        blueMesa.submit(change(insured(name)), reference());
        Change edition = new Change(Action.CHANGE, Subject.ADDITIONAL_INSURED, name, Map.of("edition", "12 19"));
        Change removal = new Change(Action.REMOVE, Subject.ADDITIONAL_INSURED, name, Map.of());

        SubmissionAnswer changed = blueMesa.submit(change(edition), reference());
        SubmissionAnswer removed = blueMesa.submit(change(removal), reference());

        assertThat(changed.issued())
                .singleElement()
                .satisfies(issued -> assertThat(issued.values())
                        .containsEntry("edition", "12 19")
                        .containsEntry("form", "CG 20 10"));
        assertThat(removed.issued()).containsExactly(removal);
    }

    @Test
    void changesTheMailingAddress() {
        Change move = new Change(
                Action.CHANGE,
                Subject.MAILING_ADDRESS,
                "Mailing address",
                Map.of("address", "12 New St", "city", "Katy", "state", "TX", "postalCode", "77449"));

        assertThat(blueMesa.submit(change(move), reference()).issued()).containsExactly(move);
    }

    @Test
    void tellsWhereElseToSendWhatTheInterfaceCannotCarry() {
        Change payroll = new Change(Action.CHANGE, Subject.EXPOSURE, "5403", Map.of("payroll", "500000"));
        Change clause = new Change(Action.ADD, Subject.VEHICLE, "1FTEW1EP9NH010299", Map.of("clause", "x"));

        assertThatThrownBy(() -> blueMesa.submit(change(payroll), reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessage("The interface of carrier BMC cannot change exposure; send the request to its service desk"
                        + " instead");
        assertThatThrownBy(() -> blueMesa.submit(change(clause), reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("clause");
        assertThatThrownBy(() ->
                        blueMesa.submit(Submissions.of(CarrierOperation.LOSS_RUNS, policy(), "GL", TODAY), reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("service desk");
        assertThatThrownBy(() -> blueMesa.submit(
                        Submissions.of(CarrierOperation.POLICY_CHANGE, policy(), "AUTO", TODAY, insured("X LLC")),
                        reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("line AUTO");
        assertThatThrownBy(() -> blueMesa.submit(
                        change(new Change(Action.REMOVE, Subject.ADDITIONAL_INSURED, "Nobody LLC", Map.of())),
                        reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("has no additional insured \"Nobody LLC\"");
    }

    @Test
    void endsAPolicyAndPutsItBackInForce() {
        String policy = "SRM-HO-118822";
        Submission over = Submissions.of(CarrierOperation.CANCELLATION, policy, "HOME", TODAY);
        Submission back = Submissions.of(CarrierOperation.REINSTATEMENT, policy, "HOME", TODAY);

        SubmissionAnswer canceled = summitRidge.submit(over, reference());
        String status = summitRidgeRecords.policy(policy).orElseThrow().status();
        SubmissionAnswer reinstated = summitRidge.submit(back, reference());

        assertThat(canceled.status()).isEqualTo(Status.CONFIRMED);
        assertThat(canceled.premiumChange()).isNegative();
        assertThat(canceled.effective()).isEqualTo(TODAY);
        assertThat(status).isEqualTo("Canceled");
        assertThat(reinstated.status()).isEqualTo(Status.CONFIRMED);
        assertThat(summitRidgeRecords.policy(policy).orElseThrow().status()).isEqualTo("InForce");
    }

    @Test
    void readsLimitsAndLendersOfAPolicy() {
        CarrierRecords.CarrierPolicy home =
                summitRidgeRecords.policy("SRMHO118822").orElseThrow();

        assertThat(home.naic()).isEqualTo("99146");
        assertThat(home.line()).isEqualTo("HOME");
        assertThat(home.premium()).isEqualByComparingTo("1651.00");
        assertThat(home.coverages()).containsEntry("Personal liability", "300000");
        assertThat(home.parties())
                .contains(new Change(
                        Action.ADD,
                        Subject.MORTGAGEE,
                        "Blue Ridge Home Lending, ISAOA/ATIMA",
                        Map.of(
                                "address", "PO Box 3300",
                                "city", "Asheville",
                                "state", "NC",
                                "postalCode", "28802",
                                "loanNumber", "BR-204417")));
    }

    @Test
    void readsDocumentsAndTheAccount() {
        List<CarrierRecords.CarrierDocument> documents = summitRidgeRecords.documents("SRM-PA-5519027");
        CarrierRecords.CarrierDocument oldest = documents.get(documents.size() - 1);
        byte[] bytes = summitRidgeRecords.content(oldest.id()).orElseThrow();
        CarrierRecords.CarrierBilling billing =
                summitRidgeRecords.billing("SRM-HO-118822").orElseThrow();

        assertThat(oldest.name()).isEqualTo("Declarations SRM-PA-5519027.pdf");
        assertThat(oldest.contentType()).isEqualTo("application/pdf");
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(billing.balance()).isEqualByComparingTo(new BigDecimal("412.77"));
        assertThat(billing.pastDue()).isEqualByComparingTo(new BigDecimal("412.77"));
        assertThat(billing.nextDue()).isNotNull();
        assertThat(summitRidgeRecords.content("doc-none")).isEmpty();
        assertThat(summitRidgeRecords.billing("NONE-1")).isEmpty();
        assertThat(summitRidgeRecords.documents("NONE-1")).isEmpty();
    }

    private Submission change(Change... changes) {
        return Submissions.of(CarrierOperation.POLICY_CHANGE, policy(), "GL", TODAY, changes);
    }
}

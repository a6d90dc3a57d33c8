package org.throughline.carrier.acordxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.carrier.acordxml.Asked.values;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.client.RestClient;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.CarrierRecords.CarrierPolicy;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.MovingClock;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/** The adapter against the practice agency's carriers over HTTP: what each fault leaves behind, and how they decide. */
@SpringBootTest(
        classes = SimulatedAcord.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.carrier.store=jdbc:h2:mem:acord-carriers",
            "throughline.sandbox.carrier.slowness=4s",
            "throughline.carriers.acord-xml.connections.LNI.url=http://localhost:0/sandbox/carrier/LNI/acord",
            "throughline.carriers.acord-xml.connections.LNI.service-provider=lakeshorenational.example",
            "throughline.carriers.acord-xml.connections.LNI.customer-id=HARBORLINE-4417",
            "throughline.carriers.acord-xml.connections.LNI.login=harborline-throughline",
            "throughline.carriers.acord-xml.connections.LNI.password=practice-only",
            "throughline.carriers.acord-xml.connections.LNI.org=Harborline Insurance",
            "throughline.carriers.acord-xml.connections.KHI.url=http://localhost:0/sandbox/carrier/KHI/acord",
            "throughline.carriers.acord-xml.connections.KHI.service-provider=keystoneharbor.example",
            "throughline.carriers.acord-xml.connections.KHI.customer-id=HARBORLINE-4417",
            "throughline.carriers.acord-xml.connections.KHI.login=harborline-throughline",
            "throughline.carriers.acord-xml.connections.KHI.password=practice-only",
            "throughline.carriers.acord-xml.connections.KHI.org=Harborline Insurance",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AcordSimulatorTest extends AcordContract {

    private static final String POLICY = "LNI-PKG-330918";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final List<CarrierConnection> connections;
    private final List<CarrierRecords> records;
    private final MovingClock clock;
    private final RestClient sandbox;
    private final int port;

    AcordSimulatorTest(
            List<CarrierConnection> connections,
            List<CarrierRecords> records,
            MovingClock clock,
            @LocalServerPort int port) {
        this.connections = connections;
        this.records = records;
        this.clock = clock;
        this.port = port;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/carrier");
    }

    @Override
    String carrier() {
        return "LNI";
    }

    @Override
    AcordXmlProperties.Connection connection() {
        return Asked.connection(URI.create("http://localhost:" + port + "/sandbox/carrier/LNI/acord"));
    }

    @Override
    Optional<String> policy() {
        return Optional.of(POLICY);
    }

    @Override
    Optional<Submission> change() {
        return Optional.of(Asked.change(Asked.insured("Contract Test " + NUMBERS.incrementAndGet())));
    }

    @Override
    Clock clock() {
        return clock;
    }

    @AfterEach
    void mend() {
        fault("none");
        behavior("issue", 0);
    }

    @Test
    void makesAConnectionAndAReaderForEachCarrierThatIsSetUp() {
        assertThat(connections).extracting(CarrierConnection::carrier).containsExactlyInAnyOrder("LNI", "KHI");
        assertThat(connections).extracting(CarrierConnection::channel).containsOnly(CarrierChannel.ACORD_XML);
        assertThat(records).extracting(CarrierRecords::carrier).containsExactlyInAnyOrder("LNI", "KHI");

        CarrierRecords keystone = records.stream()
                .filter(each -> each.carrier().equals("KHI"))
                .findFirst()
                .orElseThrow();
        assertThat(keystone.policy("KHI-WC-80455")).hasValueSatisfying(policy -> {
            assertThat(policy.line()).isEqualTo("WC");
            assertThat(policy.insured()).isEqualTo("OKC Roofing & Sheet Metal Inc");
            assertThat(policy.coverages()).containsEntry("Each accident", "500000");
        });
        assertThat(keystone.policy(POLICY)).isEmpty();
        assertThat(keystone.billing("KHI-WC-80455"))
                .hasValueSatisfying(account -> assertThat(account.balance()).isEqualByComparingTo("0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "down",
                "slow",
                "429",
                "500-after-effect",
                "half-written",
                "stale-token",
                "malformed",
                "wrong-content-type"
            })
    void leavesOneWholeEffectOfEachOperationAfterEachFault(String fault) {
        everyOperation().forEach(submission -> {
            String reference = reference();
            fault(fault);
            attempt(submission, reference);
            fault("none");

            SubmissionAnswer answer = submissions(connection())
                    .find(submission, reference)
                    .orElseGet(() -> submissions(connection()).submit(submission, reference));
            SubmissionAnswer repeated = submissions(connection()).submit(submission, reference);

            Status expected =
                    submission.operation() == CarrierOperation.POLICY_CHANGE_QUOTE ? Status.QUOTED : Status.CONFIRMED;
            assertThat(answer.status()).as("%s", submission.operation()).isEqualTo(expected);
            assertThat(repeated.carrierReference()).isEqualTo(answer.carrierReference());
            assertThat(effects(reference))
                    .as("%s", submission.operation())
                    .singleElement()
                    .satisfies(effect ->
                            assertThat(effect.path("complete").asBoolean()).isTrue());
        });
    }

    /** As a process that dies before it has taken down the answer, be it good or bad. */
    private void attempt(Submission submission, String reference) {
        try {
            submissions(connection()).submit(submission, reference);
        } catch (VendorUnavailable | VendorContractBroken unknown) {
            assertThat(unknown).hasMessageContaining("LNI");
        }
    }

    /** In an order in which one allows the next. */
    private List<Submission> everyOperation() {
        Change insured =
                Asked.insured("Fault " + NUMBERS.incrementAndGet() + " LLC", "form", "CG 20 10", "edition", "04 13");
        return List.of(
                Asked.of(CarrierOperation.POLICY_CHANGE_QUOTE, Map.of(), insured),
                Asked.change(insured),
                Asked.of(CarrierOperation.CLAIM_NOTICE, Map.of("place", "3508 SE 29th St")),
                Asked.of(CarrierOperation.CANCELLATION, Map.of("reason", "Sold", "requestor", "Insured")),
                Asked.of(CarrierOperation.REINSTATEMENT, Map.of("reason", "Not sold after all")));
    }

    @Test
    void issuesWhatIsAskedForAndSaysIt() {
        String reference = reference();
        Change insured = Asked.insured(
                "Issued LLC", "form", "CG 20 10", "edition", "04 13", "city", "Tulsa", "address", "1 Elm");
        Change limit = new Change(Action.CHANGE, Subject.COVERAGE, "Each occurrence", values("limit", "2000000"));

        SubmissionAnswer answer = submissions(connection()).submit(Asked.change(insured, limit), reference);

        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.carrierReference()).startsWith("LNI-END-");
        assertThat(answer.issued()).containsExactlyInAnyOrder(insured, limit);
        assertThat(answer.premiumChange()).isNotNull();
        assertThat(answer.effective()).isEqualTo(Asked.TODAY);
        CarrierPolicy policy = records(connection()).policy(POLICY).orElseThrow();
        assertThat(policy.parties()).contains(insured);
        assertThat(policy.coverages()).containsEntry("Each occurrence", "2000000");
        assertThat(submissions(connection()).find(Asked.change(insured, limit), reference))
                .contains(answer);
        assertThat(submissions(connection()).find(Asked.change(insured, limit), reference()))
                .hasValueSatisfying(stands -> assertThat(stands.message()).contains("already as asked for"));
    }

    @Test
    void doesNotSayThatIssuedIsWhatWasAskedFor() {
        behavior("partial", 0);
        Change one = Asked.insured("Partly LLC", "form", "CG 20 10", "edition", "04 13");

        SubmissionAnswer answer = submissions(connection()).submit(Asked.change(one), reference());

        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.issued()).containsExactly(Asked.insured("Partly LLC", "form", "CG 20 10"));
        assertThat(answer.message()).contains("Not as asked for");
    }

    @Test
    void waitsForWhatIsUndecided() {
        String reference = reference();
        Submission submission = Asked.change(Asked.insured("Late LLC"));
        behavior("delay", 60);

        SubmissionAnswer first = submissions(connection()).submit(submission, reference);

        assertThat(first.status()).isEqualTo(Status.PENDING);
        assertThat(first.issued()).isNull();
        assertThat(first.message()).contains("Answer expected");
        assertThat(submissions(connection()).find(submission, reference))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(Status.PENDING));
        clock.advance(Duration.ofSeconds(61));
        assertThat(submissions(connection()).find(submission, reference))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(Status.CONFIRMED));
        assertThat(effects(reference)).hasSize(1);
    }

    @Test
    void leavesToAnUnderwriterWhatIsReferred() {
        String reference = reference();
        Submission submission = Asked.change(Asked.insured("Referred LLC"));
        behavior("refer", 0);
        assertThat(submissions(connection()).submit(submission, reference).status())
                .isEqualTo(Status.REFERRED);

        behavior("decline", 0);

        assertThat(submissions(connection()).find(submission, reference))
                .hasValueSatisfying(found -> assertThat(found.status()).isEqualTo(Status.DECLINED));
    }

    @Test
    void hasAPersonCorrectWhatTheCarrierFindsWrong() {
        behavior("error", 0);
        assertThatThrownBy(
                        () -> submissions(connection()).submit(Asked.change(Asked.insured("Wrong LLC")), reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("validation");

        behavior("issue", 0);
        Change nobody = new Change(Action.REMOVE, Subject.ADDITIONAL_INSURED, "Nobody", Map.of());
        assertThatThrownBy(() -> submissions(connection()).submit(Asked.change(nobody), reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("Nobody");
        Submission other =
                Asked.at("LNI", POLICY, "HOME", CarrierOperation.POLICY_CHANGE, Map.of(), Asked.insured("Other line"));
        assertThatThrownBy(() -> submissions(connection()).submit(other, reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("line of business");
    }

    @Test
    void bindsAQuoteOfTheCarriersOnly() {
        Change insured = Asked.insured("Quoted LLC");
        SubmissionAnswer quote = submissions(connection())
                .submit(Asked.of(CarrierOperation.POLICY_CHANGE_QUOTE, Map.of(), insured), reference());

        SubmissionAnswer bound =
                submissions(connection()).submit(binding(insured, quote.carrierReference()), reference());

        assertThat(bound.status()).isEqualTo(Status.CONFIRMED);
        assertThat(bound.premiumChange()).isEqualByComparingTo(Objects.requireNonNull(quote.premiumChange()));
        assertThatThrownBy(() -> submissions(connection()).submit(binding(insured, "LNI-Q-NONE"), reference()))
                .isInstanceOf(VendorRejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "KHI, KHI-WC-81109, WC, EXPOSURE, 5551, payroll, 500000",
        "KHI, KHI-BOP-77120, BOP, COVERAGE, Med exp, limit, 10000",
        "LNI, LNI-HO-714237, HOME, COVERAGE, Personal liability, limit, 500000"
    })
    void changesPoliciesOfOtherLines(
            String carrier, String policy, String line, Subject subject, String name, String key, String value) {
        Change change = new Change(Action.CHANGE, subject, name, Map.of(key, value));
        Submission submission = Asked.at(carrier, policy, line, CarrierOperation.POLICY_CHANGE, Map.of(), change);
        CarrierConnection connection = connections.stream()
                .filter(each -> each.carrier().equals(carrier))
                .findFirst()
                .orElseThrow();
        String reference = reference();

        assertThat(connection.submit(submission, reference).issued()).containsExactly(change);
        assertThat(connection.find(submission, reference)).isPresent();
    }

    private static Submission binding(Change change, String quote) {
        Submission asked = Asked.change(change);
        return new Submission(
                asked.carrier(),
                asked.operation(),
                asked.channel(),
                asked.policyNumber(),
                asked.naic(),
                asked.line(),
                asked.state(),
                asked.insured(),
                asked.effective(),
                asked.description(),
                asked.changes(),
                asked.details(),
                quote);
    }

    @Test
    void listsTheLossesOfAPolicy() {
        String reference = reference();
        submissions(connection()).submit(Asked.of(CarrierOperation.CLAIM_NOTICE, Map.of()), reference);

        SubmissionAnswer runs = submissions(connection())
                .submit(Asked.of(CarrierOperation.LOSS_RUNS, Map.of("years", "3")), reference());

        assertThat(runs.status()).isEqualTo(Status.CONFIRMED);
        assertThat(runs.message()).contains("valued 2026-11-23").contains("2026-11-23 ");
    }

    private static String reference() {
        return "SR-2026-%06d-1".formatted(700_000 + NUMBERS.incrementAndGet());
    }

    private List<JsonNode> effects(String reference) {
        JsonNode writes = Objects.requireNonNull(
                        sandbox.get().uri("/_state").retrieve().body(JsonNode.class))
                .path("writes");
        return StreamSupport.stream(writes.spliterator(), false)
                .filter(write -> write.path("reference").asText().equals(reference))
                .toList();
    }

    private void fault(String mode) {
        sandbox.put().uri("/_fault").body(Map.of("mode", mode)).retrieve().toBodilessEntity();
    }

    private void behavior(String mode, int seconds) {
        sandbox.put()
                .uri("/_behavior")
                .body(Map.of("mode", mode, "delaySeconds", seconds))
                .retrieve()
                .toBodilessEntity();
    }
}

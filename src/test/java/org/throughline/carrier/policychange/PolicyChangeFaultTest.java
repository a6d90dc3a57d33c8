package org.throughline.carrier.policychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.throughline.carrier.policychange.Submissions.TODAY;
import static org.throughline.carrier.policychange.Submissions.driver;
import static org.throughline.carrier.policychange.Submissions.insured;
import static org.throughline.carrier.policychange.Submissions.reference;
import static org.throughline.carrier.policychange.Submissions.vehicle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.sandbox.PracticeBook;

/** Every write under every fault of the carrier: in the end it has its effect, once and whole. */
@AgainstSimulatedCarriers
class PolicyChangeFaultTest {

    private static final AtomicInteger POLICIES = new AtomicInteger();
    private static final Set<String> OVER = ConcurrentHashMap.newKeySet();

    private final CarrierConnection connection;
    private final CarrierControls controls;
    private final List<String> policies = new ArrayList<>();

    PolicyChangeFaultTest(
            @Qualifier("policyChangeConnectionSRM") CarrierConnection connection,
            PracticeBook book,
            @LocalServerPort int port) {
        this.connection = connection;
        this.controls = new CarrierControls(port);
        for (JsonNode policy : book.list("policies")) {
            LocalDate from = book.day(policy, "effective");
            boolean inForce = policy.path("status").asText().equals("ACTIVE")
                    && from.isBefore(TODAY.minusDays(5))
                    && book.day(policy, "expires").isAfter(TODAY.plusDays(5));
            if (policy.path("carrier").asText().equals("SRM")
                    && policy.path("lines").path(0).asText().equals("PERSONAL_AUTO")
                    && inForce) {
                policies.add(policy.path("number").asText());
            }
        }
    }

    @AfterEach
    void mend() {
        controls.fault("none");
        controls.behavior("issue", 0);
    }

    static Stream<Arguments> faultsAndWrites() {
        return Stream.of(
                        "down",
                        "slow",
                        "429",
                        "500-after-effect",
                        "half-written",
                        "stale-token",
                        "malformed",
                        "wrong-content-type")
                .flatMap(fault -> Stream.of(
                                "INSURED", "SEVERAL", "REMOVAL", "QUOTE", "CANCELLATION", "REINSTATEMENT", "CLAIM")
                        .map(write -> Arguments.of(fault, write)));
    }

    @ParameterizedTest
    @MethodSource("faultsAndWrites")
    void hasItsEffectOnceAndWhole(String fault, String write) {
        String reference = reference();
        Submission submission = submission(write, reference);
        controls.fault(fault);
        Optional<SubmissionAnswer> answer = Optional.empty();
        int attempts = fault.equals("slow") ? 1 : 3;
        for (int attempt = 0; attempt < attempts && answer.isEmpty(); attempt++) {
            answer = attempt(submission, reference);
        }
        controls.fault("none");

        SubmissionAnswer last = answer.orElseGet(() -> await().atMost(Duration.ofSeconds(30))
                .until(() -> attempt(submission, reference), Optional::isPresent)
                .orElseThrow());

        assertThat(last.status()).isEqualTo(write.equals("QUOTE") ? Status.QUOTED : Status.CONFIRMED);
        if (submission.operation() == CarrierOperation.POLICY_CHANGE) {
            assertThat(last.issued()).containsExactlyElementsOf(submission.changes());
        }
        assertThat(connection.find(submission, reference)).contains(last);
        assertThat(controls.writes(reference)).singleElement().satisfies(made -> {
            assertThat(made.path("complete").asBoolean()).isTrue();
            assertThat(made.path("operation").asText())
                    .isEqualTo(write.equals("QUOTE") || write.equals("CLAIM") ? "OTHER" : "POLICY");
            assertThat(made.path("record").path("status").asText())
                    .isEqualTo(write.equals("QUOTE") ? "QUOTED" : "ISSUED");
        });
    }

    private Optional<SubmissionAnswer> attempt(Submission submission, String reference) {
        try {
            return Optional.of(
                    connection.find(submission, reference).orElseGet(() -> connection.submit(submission, reference)));
        } catch (VendorUnavailable again) {
            return Optional.empty();
        }
    }

    /** In turn, and none that a test has canceled. */
    private String policy() {
        String policy;
        do {
            policy = policies.get(POLICIES.getAndIncrement() % policies.size());
        } while (OVER.contains(policy));
        return policy;
    }

    private Submission submission(String write, String reference) {
        String policy = policy();
        String name = "Party " + reference;
        return switch (write) {
            case "INSURED" -> of(CarrierOperation.POLICY_CHANGE, policy, insured(name));
            case "SEVERAL" ->
                of(
                        CarrierOperation.POLICY_CHANGE,
                        policy,
                        vehicle("VIN" + reference.replaceAll("\\D", "")),
                        driver(Action.ADD, name),
                        insured(name));
            case "REMOVAL" -> {
                connection.submit(of(CarrierOperation.POLICY_CHANGE, policy, driver(Action.ADD, name)), reference());
                yield of(CarrierOperation.POLICY_CHANGE, policy, driver(Action.REMOVE, name));
            }
            case "QUOTE" -> of(CarrierOperation.POLICY_CHANGE_QUOTE, policy, insured(name));
            case "CLAIM" -> Submissions.of(CarrierOperation.CLAIM_NOTICE, policy, "PERSONAL_AUTO", TODAY.minusDays(1));
            case "CANCELLATION" -> {
                OVER.add(policy);
                yield of(CarrierOperation.CANCELLATION, policy);
            }
            default -> {
                connection.submit(of(CarrierOperation.CANCELLATION, policy), reference());
                yield of(CarrierOperation.REINSTATEMENT, policy);
            }
        };
    }

    private static Submission of(CarrierOperation operation, String policy, Change... changes) {
        return Submissions.of(operation, policy, "PERSONAL_AUTO", TODAY, changes);
    }
}

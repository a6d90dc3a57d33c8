package org.throughline.carrier.policychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.carrier.policychange.Submissions.TODAY;
import static org.throughline.carrier.policychange.Submissions.bindingOf;
import static org.throughline.carrier.policychange.Submissions.driver;
import static org.throughline.carrier.policychange.Submissions.insured;
import static org.throughline.carrier.policychange.Submissions.reference;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.platform.TestAgency;

/** A process that dies before or after any of its writing calls: the next one goes on where it stopped. */
@AgainstSimulatedCarriers
class PolicyChangeKilledTest {

    private static final Set<String> WRITES =
            Set.of("start", "act", "add", "change", "remove", "createClaim", "changeClaim", "submitClaim");
    private static final Connection SETTINGS = new Connection(
            URI.create("http://localhost:0/sandbox/carrier/BMC/rest"),
            URI.create("http://localhost:0/sandbox/carrier/BMC/oauth2/v1/token"),
            "harborline-throughline",
            "practice-only",
            null,
            "description",
            Map.of(),
            Map.of(),
            "payment",
            Duration.ofSeconds(2),
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            null);

    private final PolicyChangeApi api;
    private final CarrierConnection connection;
    private final CarrierControls controls;

    PolicyChangeKilledTest(
            @Qualifier("policyChangeApiBMC") PolicyChangeApi api,
            @Qualifier("policyChangeConnectionBMC") CarrierConnection connection,
            @LocalServerPort int port) {
        this.api = api;
        this.connection = connection;
        this.controls = new CarrierControls(port);
    }

    private static final class Killed extends RuntimeException {}

    @AfterEach
    void mend() {
        controls.behavior("issue", 0);
    }

    @ParameterizedTest
    @CsvSource({"CHANGE, true", "CHANGE, false", "QUOTED, true", "QUOTED, false", "CLAIM, true", "CLAIM, false"})
    void goesOnWhereTheOneBeforeStopped(String write, boolean afterTheCall) {
        int calls = 1;
        while (killedAt(calls, write, afterTheCall)) {
            calls++;
        }

        assertThat(calls).isGreaterThan(write.equals("CHANGE") ? 5 : 1);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void asksTheUnderwriterOnceAlthoughKilled(boolean afterTheCall) {
        controls.behavior("refer", 0);
        int calls = 1;
        boolean killed = true;
        while (killed) {
            String reference = reference();
            Submission submission = Submissions.of(
                    CarrierOperation.POLICY_CHANGE, "BMC-GL-0513370", "GL", TODAY, insured("Party " + reference));
            killed = killed(calls, submission, reference, afterTheCall);
            SubmissionAnswer answer =
                    connection.find(submission, reference).orElseGet(() -> connection.submit(submission, reference));
            assertThat(answer.status()).isEqualTo(Status.REFERRED);
            assertThat(controls.writes(reference))
                    .singleElement()
                    .satisfies(made -> assertThat(
                                    made.path("record").path("status").asText())
                            .isEqualTo("REFERRED"));
            calls++;
        }

        assertThat(calls).isGreaterThan(4);
    }

    private boolean killedAt(int call, String write, boolean afterTheCall) {
        String reference = reference();
        Submission submission = submission(write, reference);
        boolean killed = killed(call, submission, reference, afterTheCall);

        SubmissionAnswer answer =
                connection.find(submission, reference).orElseGet(() -> connection.submit(submission, reference));

        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        if (!submission.changes().isEmpty()) {
            assertThat(answer.issued()).containsExactlyElementsOf(submission.changes());
        }
        if (!write.equals("QUOTED")) {
            assertThat(controls.writes(reference)).singleElement().satisfies(made -> {
                assertThat(made.path("complete").asBoolean()).isTrue();
                assertThat(made.path("record").path("status").asText()).isEqualTo("ISSUED");
            });
        }
        return killed;
    }

    private Submission submission(String write, String reference) {
        String name = "Party " + reference;
        if (write.equals("CLAIM")) {
            return Submissions.of(CarrierOperation.CLAIM_NOTICE, "BMC-GL-0513370", "GL", TODAY.minusDays(1));
        }
        if (write.equals("QUOTED")) {
            Submission asked =
                    Submissions.of(CarrierOperation.POLICY_CHANGE_QUOTE, "BMC-GL-0513370", "GL", TODAY, insured(name));
            return bindingOf(asked, connection.submit(asked, reference()).carrierReference());
        }
        connection.submit(
                Submissions.of(
                        CarrierOperation.POLICY_CHANGE,
                        "BMC-GL-0513370",
                        "GL",
                        TODAY,
                        driver(Action.ADD, "Old " + name)),
                reference());
        return Submissions.of(
                CarrierOperation.POLICY_CHANGE,
                "BMC-GL-0513370",
                "GL",
                TODAY,
                insured(name),
                driver(Action.REMOVE, "Old " + name),
                driver(Action.ADD, name));
    }

    /** Whether the process died at that writing call, or was through before. */
    private boolean killed(int call, Submission submission, String reference, boolean afterTheCall) {
        CarrierConnection mortal =
                PolicyChangeConfiguration.connection(dying(call, afterTheCall), "BMC", SETTINGS, TestAgency.PROFILE);
        try {
            mortal.submit(submission, reference);
            return false;
        } catch (Killed killed) {
            return true;
        }
    }

    private PolicyChangeApi dying(int call, boolean afterTheCall) {
        AtomicInteger writes = new AtomicInteger();
        return (PolicyChangeApi) Proxy.newProxyInstance(
                PolicyChangeApi.class.getClassLoader(),
                new Class<?>[] {PolicyChangeApi.class},
                (proxy, method, arguments) -> {
                    boolean last = WRITES.contains(method.getName()) && writes.incrementAndGet() == call;
                    if (last && !afterTheCall) {
                        throw new Killed();
                    }
                    try {
                        Object answer = method.invoke(api, arguments);
                        if (last) {
                            throw new Killed();
                        }
                        return answer;
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                });
    }
}

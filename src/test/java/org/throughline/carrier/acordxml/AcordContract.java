package org.throughline.carrier.acordxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.CarrierRecords.CarrierPolicy;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.vendor.VendorClients;
import org.throughline.platform.vendor.VendorContractBroken;

/** What the adapter relies on, whoever stands at the other end: a simulated carrier or a real one. */
abstract class AcordContract {

    /** Code of the carrier. */
    abstract String carrier();

    /** The far end, with a sign-on that is good. */
    abstract AcordXmlProperties.Connection connection();

    /** A change of a policy that may be made, or nothing where none may. */
    abstract Optional<Submission> change();

    /** Number of a policy that may be read, or nothing where none may. */
    abstract Optional<String> policy();

    abstract Clock clock();

    @Test
    void refusesAnotherPassword() {
        AcordXmlProperties.Connection right = connection();
        AcordXmlProperties.Connection wrong = new AcordXmlProperties.Connection(
                right.url(),
                right.serviceProvider(),
                right.customerId(),
                right.login(),
                "not-" + right.password(),
                right.org(),
                right.quotes(),
                right.connectTimeout(),
                Duration.ofSeconds(20),
                right.breakerWait());

        assertThatThrownBy(() -> records(wrong).policy("none"))
                .isInstanceOf(VendorContractBroken.class)
                .hasMessageContaining("refuses our credentials");
    }

    @Test
    void hasNoPolicyUnderANumberThatIsNotThere() {
        assertThat(records(connection()).policy("NO-SUCH-POLICY-999")).isEmpty();
    }

    @Test
    void readsAPolicyWithItsTerm() {
        Optional<String> number = policy();
        assumeTrue(number.isPresent(), "Nothing is read: no policy is named");

        CarrierPolicy policy =
                records(connection()).policy(number.orElseThrow()).orElseThrow();

        assertThat(policy.number().replaceAll("\\W", ""))
                .isEqualToIgnoringCase(number.orElseThrow().replaceAll("\\W", ""));
        assertThat(policy.expiration()).isAfter(policy.effective());
    }

    @Test
    void pricesAChangeWithoutMakingIt() {
        Optional<Submission> change = change();
        assumeTrue(change.isPresent() && connection().quotes(), "Nothing is priced");
        Submission asked = change.orElseThrow();
        Submission quote = new Submission(
                asked.carrier(),
                CarrierOperation.POLICY_CHANGE_QUOTE,
                asked.channel(),
                asked.policyNumber(),
                asked.naic(),
                asked.line(),
                asked.state(),
                asked.insured(),
                asked.effective(),
                asked.description(),
                asked.changes(),
                Map.of(),
                null);
        CarrierPolicy before =
                records(connection()).policy(asked.policyNumber()).orElseThrow();

        SubmissionAnswer answer = submissions(connection()).submit(quote, reference());

        assertThat(answer.status()).isIn(Status.QUOTED, Status.REFERRED, Status.PENDING);
        assertThat(answer.issued()).isNull();
        assertThat(records(connection()).policy(asked.policyNumber())).contains(before);
    }

    @Test
    void makesAChangeOnceHoweverOftenItIsSent() {
        Optional<Submission> change = change();
        assumeTrue(change.isPresent(), "Nothing is changed: no policy to change is named");
        String reference = reference();
        assertThat(submissions(connection()).find(change.orElseThrow(), reference))
                .isEmpty();

        SubmissionAnswer first = submissions(connection()).submit(change.orElseThrow(), reference);

        assertThat(submissions(connection())
                        .submit(change.orElseThrow(), reference)
                        .carrierReference())
                .isEqualTo(first.carrierReference());
        assertThat(submissions(connection()).find(change.orElseThrow(), reference))
                .isPresent();
    }

    private static String reference() {
        return "TEST-" + UUID.randomUUID();
    }

    /** As after a restart: nothing is remembered from before. */
    AcordXmlConnection submissions(AcordXmlProperties.Connection settings) {
        return new AcordXmlConnection(carrier(), settings, client(settings), clock());
    }

    AcordXmlRecords records(AcordXmlProperties.Connection settings) {
        return new AcordXmlRecords(carrier(), settings, client(settings), clock());
    }

    private AcordClient client(AcordXmlProperties.Connection settings) {
        VendorClients clients = new VendorClients(new MockEnvironment(), clock());
        return AcordXmlConfiguration.client(carrier(), settings, clients, clock());
    }
}

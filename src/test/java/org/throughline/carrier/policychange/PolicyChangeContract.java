package org.throughline.carrier.policychange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.carrier.policychange.Submissions.bindingOf;
import static org.throughline.carrier.policychange.Submissions.insured;
import static org.throughline.carrier.policychange.Submissions.reference;

import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.Change;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.platform.vendor.VendorRejected;

/** What must hold at any carrier with this interface: the practice agency's here, a carrier's own where one is named. */
abstract class PolicyChangeContract {

    abstract CarrierConnection connection();

    abstract CarrierRecords records();

    /** A policy in force, with the line {@link #line()}, that may be changed. */
    abstract String policy();

    abstract String line();

    abstract LocalDate today();

    @Test
    void readsAPolicyHoweverItsNumberIsWritten() {
        CarrierRecords.CarrierPolicy policy = records().policy(policy()).orElseThrow();

        assertThat(policy.number()).isEqualTo(policy());
        assertThat(policy.line()).isEqualTo(line());
        assertThat(policy.insured()).isNotBlank();
        assertThat(policy.effective()).isBefore(policy.expiration());
        assertThat(policy.coverages()).isNotEmpty();
        assertThat(records().policy("NO-SUCH-POLICY-0")).isEmpty();
    }

    @Test
    void hasNothingUnderAReferenceThatNobodySent() {
        Submission change =
                Submissions.of(CarrierOperation.POLICY_CHANGE, policy(), line(), today(), insured("Nobody LLC"));

        assertThat(connection().find(change, reference())).isEmpty();
    }

    @Test
    void issuesAChangeOnceAndReadsItBack() {
        String reference = reference();
        Change change = insured("Gulfton Apartments LP " + reference);
        Submission submission = Submissions.of(CarrierOperation.POLICY_CHANGE, policy(), line(), today(), change);

        SubmissionAnswer answer = connection().submit(submission, reference);

        assertThat(answer.status()).isEqualTo(Status.CONFIRMED);
        assertThat(answer.issued()).containsExactly(change);
        assertThat(answer.carrierReference()).isNotBlank();
        assertThat(answer.effective()).isEqualTo(today());
        assertThat(connection().find(submission, reference)).contains(answer);
        assertThat(connection().submit(submission, reference)).isEqualTo(answer);
        assertThat(records().policy(policy()).orElseThrow().parties())
                .filteredOn(party -> party.name().equals(change.name()))
                .hasSize(1);
    }

    @Test
    void saysThePriceFirstAndBindsWhatWasQuoted() {
        String reference = reference();
        Submission asked = Submissions.of(
                CarrierOperation.POLICY_CHANGE_QUOTE, policy(), line(), today(), insured("Quoted LLC " + reference));

        SubmissionAnswer quote = connection().submit(asked, reference);

        assertThat(quote.status()).isEqualTo(Status.QUOTED);
        assertThat(quote.premiumChange()).isNotNull();
        assertThat(connection().find(asked, reference)).contains(quote);
        assertThat(records().policy(policy()).orElseThrow().parties())
                .noneMatch(party -> party.name().equals("Quoted LLC " + reference));

        Submission binding = bindingOf(asked, quote.carrierReference());
        String second = reference();
        assertThat(connection().find(binding, second)).isEmpty();
        SubmissionAnswer bound = connection().submit(binding, second);

        assertThat(bound.status()).isEqualTo(Status.CONFIRMED);
        assertThat(bound.premiumChange()).isEqualByComparingTo(Objects.requireNonNull(quote.premiumChange()));
        assertThat(connection().find(binding, second)).contains(bound);
    }

    @Test
    void takesBackWhatIsNotBoundAndNothingElse() {
        String reference = reference();
        Submission quoted = Submissions.of(
                CarrierOperation.POLICY_CHANGE_QUOTE, policy(), line(), today(), insured("Left LLC " + reference));
        connection().takeBack(quoted, reference);
        assertThat(connection().isTakenBack(quoted, reference))
                .as("nothing was there")
                .isFalse();
        connection().submit(quoted, reference);
        assertThat(connection().takesBack(quoted.operation())).isTrue();
        assertThat(connection().isTakenBack(quoted, reference)).isFalse();

        connection().takeBack(quoted, reference);
        connection().takeBack(quoted, reference);

        assertThat(connection().isTakenBack(quoted, reference)).isTrue();
        assertThat(connection().find(quoted, reference).orElseThrow().status()).isEqualTo(Status.DECLINED);

        String second = reference();
        Submission bound =
                Submissions.of(CarrierOperation.POLICY_CHANGE, policy(), line(), today(), insured("Kept " + second));
        connection().submit(bound, second);
        assertThatThrownBy(() -> connection().takeBack(bound, second))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("is Bound and cannot be withdrawn any more");
    }

    @Test
    void takesAClaimOnce() {
        String reference = reference();
        Submission notice = Submissions.of(CarrierOperation.CLAIM_NOTICE, policy(), line(), today().minusDays(2));
        assertThat(connection().find(notice, reference)).isEmpty();

        SubmissionAnswer claim = connection().submit(notice, reference);

        assertThat(claim.status()).isEqualTo(Status.CONFIRMED);
        assertThat(claim.carrierReference()).isNotBlank();
        assertThat(claim.effective()).isEqualTo(today().minusDays(2));
        assertThat(connection().find(notice, reference)).contains(claim);
        assertThat(connection().submit(notice, reference)).isEqualTo(claim);
    }

    @Test
    void refusesAPolicyThatTheCarrierDoesNotHave() {
        Submission change = Submissions.of(
                CarrierOperation.POLICY_CHANGE, "BMC-GL-0000000", line(), today(), insured("Nobody LLC"));

        assertThatThrownBy(() -> connection().submit(change, reference()))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("BMC-GL-0000000");
    }
}

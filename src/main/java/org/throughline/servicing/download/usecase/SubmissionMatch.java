package org.throughline.servicing.download.usecase;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.download.IssuedParts;
import org.throughline.carrier.download.PolicyNumbers;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.WaitingSubmissions;
import org.throughline.carrier.download.WaitingSubmissions.Waiting;

/** Finds what was submitted to the carrier and waits, and makes the download the carrier's word on it. */
@Component
public class SubmissionMatch {

    private final ObjectProvider<WaitingSubmissions> submissions;

    public SubmissionMatch(ObjectProvider<WaitingSubmissions> submissions) {
        this.submissions = submissions;
    }

    /**
     * What waits on a policy for such a transaction.
     *
     * @param meant those that it answers
     * @param unclear true where some wait and it is not certain which of them it answers
     */
    record Outlook(List<Waiting> meant, boolean unclear) {

        /** The requests that wait, for people. */
        String requests() {
            return meant.stream().map(Waiting::requestNumber).distinct().collect(Collectors.joining(", "));
        }
    }

    /** What a transaction on the policy of that number answers: the same kind of act, from the same day. */
    Outlook outlook(String policyNumber, Transaction transaction) {
        List<Waiting> fitting = fitting(policyNumber, transaction);
        List<Waiting> sameDay = fitting.stream()
                .filter(waiting -> waiting.effective().equals(transaction.effective()))
                .toList();
        if (sameDay.isEmpty()) {
            return new Outlook(fitting, !fitting.isEmpty());
        }
        boolean told = sameDay.size() == 1
                || sameDay.stream().allMatch(waiting -> IssuedParts.of(waiting.changes(), transaction) != null);
        return new Outlook(sameDay, !told);
    }

    /**
     * Answers what waits, where it is clear; a person's word makes a single one clear, even if the day differs.
     *
     * @return the requests that were answered
     */
    List<String> answer(String policyNumber, Transaction transaction, boolean saidByPerson) {
        Outlook outlook = outlook(policyNumber, transaction);
        boolean clear = !outlook.unclear() || (saidByPerson && outlook.meant().size() == 1);
        if (!clear) {
            return List.of();
        }
        outlook.meant().forEach(waiting -> answer(waiting, transaction));
        return outlook.meant().stream().map(Waiting::requestNumber).distinct().toList();
    }

    private void answer(Waiting waiting, Transaction transaction) {
        @Nullable List<Change> issued = IssuedParts.of(waiting.changes(), transaction);
        submissions
                .getObject()
                .answered(
                        waiting.submissionId(),
                        new SubmissionAnswer(
                                SubmissionAnswer.Status.CONFIRMED,
                                transaction.code().name(),
                                transaction.subject(),
                                issued,
                                transaction.premiumChange(),
                                transaction.effective()));
    }

    private List<Waiting> fitting(String policyNumber, Transaction transaction) {
        Set<CarrierOperation> operations = switch (transaction.code()) {
            case PCH, END, RIX -> Set.of(CarrierOperation.POLICY_CHANGE);
            case XLC -> Set.of(CarrierOperation.CANCELLATION);
            case REI -> Set.of(CarrierOperation.REINSTATEMENT);
            default -> Set.of();
        };
        WaitingSubmissions port = submissions.getIfAvailable();
        if (port == null || operations.isEmpty()) {
            return List.of();
        }
        return port.on(PolicyNumbers.key(policyNumber)).stream()
                .filter(waiting -> operations.contains(waiting.operation()))
                .toList();
    }
}

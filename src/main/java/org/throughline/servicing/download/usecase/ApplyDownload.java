package org.throughline.servicing.download.usecase;

import java.util.List;
import org.springframework.stereotype.Component;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.Downloads.Settlement;
import org.throughline.carrier.download.Transaction;

/**
 * Applies a transaction that fits: it is taken down as its policy's, and what waits for the carrier's word gets it. The
 * agency management system has its own download and is not written to.
 */
@Component
public class ApplyDownload {

    private final Downloads downloads;
    private final SubmissionMatch submissions;

    public ApplyDownload(Downloads downloads, SubmissionMatch submissions) {
        this.downloads = downloads;
        this.submissions = submissions;
    }

    /**
     * A transaction with the policy it was matched to.
     *
     * @param summary what was compared and with what
     */
    public record Matched(
            String requestNumber,
            String transactionId,
            String clientId,
            String policyId,
            String policyNumber,
            String summary) {}

    /** Applies it without a person; returns the evidence for that. */
    public String apply(Matched matched, String reason) {
        String confirmed = confirm(matched, false);
        downloads.settle(matched.transactionId(), settlement("APPLIED", matched, reason));
        return "Applied: " + matched.summary() + " " + reason + confirmed;
    }

    /** Gives the carrier's word to what waits for it; returns a sentence about it, empty where nothing waits. */
    String confirm(Matched matched, boolean saidByPerson) {
        Transaction transaction = downloads
                .find(matched.transactionId())
                .orElseThrow(() -> new IllegalStateException("No transaction " + matched.transactionId()));
        List<String> answered = submissions.answer(matched.policyNumber(), transaction, saidByPerson);
        if (!answered.isEmpty()) {
            return " It is the carrier's answer to " + String.join(", ", answered) + ".";
        }
        return submissions.outlook(matched.policyNumber(), transaction).meant().isEmpty()
                ? ""
                : " Changes on this policy still wait for the carrier; none of them was confirmed by it.";
    }

    static Settlement settlement(String outcome, Matched matched, String reason) {
        return new Settlement(
                outcome,
                matched.clientId(),
                matched.policyId(),
                matched.policyNumber(),
                matched.requestNumber(),
                reason);
    }
}

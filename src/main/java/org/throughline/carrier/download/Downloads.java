package org.throughline.carrier.download;

import java.util.Optional;

/** The transactions that carriers have sent, each kept once. */
public interface Downloads {

    /** Keeps a transaction that came in that format; the same id again changes nothing. True if it is new. */
    boolean keep(Transaction transaction, String format);

    Optional<Transaction> find(String transactionId);

    /** Takes down what became of it; the last word counts. */
    void settle(String transactionId, Settlement settlement);

    /** What became of it; empty where nothing has yet. */
    Optional<Settlement> settlement(String transactionId);

    /**
     * What became of a transaction.
     *
     * @param outcome in capitals: APPLIED, or what a person decided
     * @param clientId whose it is; empty where it is nobody's of ours
     * @param policyId its policy in the agency management system; empty where it belongs to none
     * @param policyNumber that policy's number there
     * @param requestNumber of the request in which it was decided
     * @param reason as a sentence
     */
    record Settlement(
            String outcome,
            String clientId,
            String policyId,
            String policyNumber,
            String requestNumber,
            String reason) {}
}

package org.throughline.servicing.download.model;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.TransactionCode;

/** Whether what a carrier did fits to what the agency knows of the policy and waits for. */
public enum Standing {
    /** Nothing contradicts it. */
    AGREES,
    /** The agency submitted it and waits for this word. */
    EXPECTED,
    /** The agency management system says otherwise, and nobody asked for it. */
    CONFLICT,
    /** Something waits for the carrier, and it is not clear that this is the answer. */
    UNCLEAR;

    private static final BigDecimal A_DOLLAR = BigDecimal.ONE;

    /** A standing with its reason, as a sentence; empty where nothing contradicts. */
    public record Found(Standing standing, String reason) {}

    /** What the policy in the agency management system says to it; what waits for the carrier is looked at before. */
    public static Found of(Transaction transaction, Policy policy, TermLikeness term) {
        return switch (transaction.code().effect()) {
            case IMAGE -> image(transaction, policy, term);
            case CANCELLED -> cancelled(transaction, policy);
            case REINSTATED -> new Found(CONFLICT, "The carrier has reinstated it; no reinstatement was asked for.");
            case NOTICE, QUOTE, OTHER -> agrees();
        };
    }

    private static Found image(Transaction transaction, Policy policy, TermLikeness term) {
        return switch (policy.status()) {
            case ACTIVE, RENEWING, REINSTATED -> premium(transaction, policy, term);
            case RENEWED, EXPIRED ->
                term == TermLikeness.NEXT
                        ? agrees()
                        : new Found(CONFLICT, "The term has ended in the AMS (" + policy.rawStatus() + ").");
            case PENDING_CANCEL, CANCELLED, NON_RENEWED, REPLACED, PROSPECT_QUOTE ->
                new Found(
                        CONFLICT,
                        "The carrier shows the policy as in force; in the AMS it is " + policy.rawStatus() + ".");
            case UNKNOWN ->
                new Found(UNCLEAR, "The AMS does not say whether it is in force (" + policy.rawStatus() + ").");
        };
    }

    /** A change changes the premium; an image of the same term that brings no change must have the same. */
    private static Found premium(Transaction transaction, Policy policy, TermLikeness term) {
        TransactionCode code = transaction.code();
        boolean same = code == TransactionCode.SYN || code == TransactionCode.NBS || code == TransactionCode.RWL;
        boolean differs = differ(transaction.premium(), policy.premium());
        return same && term == TermLikeness.SAME && differs
                ? new Found(
                        CONFLICT,
                        "The premium of the term is " + transaction.premium() + " with the carrier and "
                                + policy.premium() + " in the AMS.")
                : agrees();
    }

    private static boolean differ(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one != null && other != null && one.subtract(other).abs().compareTo(A_DOLLAR) > 0;
    }

    private static Found cancelled(Transaction transaction, Policy policy) {
        boolean known = policy.status() == Policy.PolicyStatus.CANCELLED
                && (policy.cancellationDate() == null
                        || transaction.effective() == null
                        || Objects.equals(policy.cancellationDate(), transaction.effective()));
        return known
                ? agrees()
                : new Found(
                        CONFLICT,
                        "The carrier has cancelled it; in the AMS it is " + policy.rawStatus()
                                + (policy.cancellationDate() == null ? "" : " as of " + policy.cancellationDate())
                                + ", and no cancellation was asked for.");
    }

    private static Found agrees() {
        return new Found(AGREES, "");
    }
}

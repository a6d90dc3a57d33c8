package org.throughline.servicing.download.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy;
import org.throughline.carrier.download.Transaction;

/** How the dates of a transaction lie to a policy's term. */
public enum TermLikeness {
    /** The same first and last day. */
    SAME,
    /** The term that follows. */
    NEXT,
    /** The transaction's day lies in the term; its own term was not sent. */
    WITHIN,
    OTHER,
    /** No dates were sent. */
    UNKNOWN;

    /** Carriers end a term a day or two from where the agency does. */
    private static final long FEW_DAYS = 5;

    public static TermLikeness of(Transaction transaction, Policy policy) {
        LocalDate from = transaction.termFrom();
        if (from != null) {
            return ofTerm(from, transaction.termTo(), policy);
        }
        LocalDate day = transaction.effective();
        if (day == null) {
            return UNKNOWN;
        }
        if (!day.isBefore(policy.effective()) && day.isBefore(policy.expiration())) {
            return WITHIN;
        }
        return near(day, policy.expiration()) ? NEXT : OTHER;
    }

    private static TermLikeness ofTerm(LocalDate from, @Nullable LocalDate to, Policy policy) {
        boolean sameEnd = to == null || near(to, policy.expiration());
        if (near(from, policy.effective()) && sameEnd) {
            return SAME;
        }
        return near(from, policy.expiration()) ? NEXT : OTHER;
    }

    private static boolean near(LocalDate one, LocalDate other) {
        return Math.abs(ChronoUnit.DAYS.between(one, other)) <= FEW_DAYS;
    }
}

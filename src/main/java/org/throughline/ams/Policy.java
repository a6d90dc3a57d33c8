package org.throughline.ams;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A policy as the agency management system has it now.
 *
 * @param lines line codes of our own: GL, AUTO, UMBRELLA, WC, PROPERTY, BOP, CARGO, DO, EO, HOME, PERSONAL_AUTO,
 *     PERSONAL_UMBRELLA
 * @param rawStatus the system's own word for {@code status}
 * @param limits limits per line code in whole dollars or words, named as on an ACORD 25 ({@code eachOccurrence},
 *     {@code generalAggregate}, …); a line that is absent was not read, never "no coverage"
 * @param forms endorsements on the policy; null where the system cannot tell
 */
public record Policy(
        String id,
        String number,
        String clientId,
        String namedInsured,
        List<String> lines,
        List<String> states,
        LocalDate effective,
        LocalDate expiration,
        PolicyStatus status,
        String rawStatus,
        String carrierName,
        @Nullable String naic,
        boolean surplusLines,
        @Nullable LocalDate cancellationDate,
        @Nullable BigDecimal premium,
        Map<String, Map<String, String>> limits,
        @Nullable List<PolicyForm> forms,
        List<AdditionalInterest> additionalInterests) {

    /** Canonical status of a policy. */
    public enum PolicyStatus {
        PROSPECT_QUOTE,
        ACTIVE,
        PENDING_CANCEL,
        CANCELLED,
        EXPIRED,
        RENEWING,
        RENEWED,
        REINSTATED,
        NON_RENEWED,
        REPLACED,
        UNKNOWN
    }

    /**
     * A form on the policy, such as {@code CG 20 10} edition {@code 04 13}.
     *
     * @param scheduledParties parties the form names; empty for blanket and base forms
     */
    public record PolicyForm(
            String number,
            @Nullable String edition,
            @Nullable String line,
            @Nullable String effect,
            boolean blanket,
            boolean requiresWrittenContract,
            List<String> scheduledParties) {}

    /**
     * A party with an interest in the policy.
     *
     * @param nature MORTGAGEE, LOSS_PAYEE, LIENHOLDER, ADDITIONAL_INSURED or OTHER
     * @param loanNumber the party's own number for the loan
     * @param item what of the insured property the interest is in; null where it is in all of it or nobody says
     */
    public record AdditionalInterest(
            String name,
            String nature,
            @Nullable String address,
            @Nullable String loanNumber,
            @Nullable String item) {}

    /** The same policy with other limits. */
    public Policy withLimits(Map<String, Map<String, String>> other) {
        return new Policy(
                id,
                number,
                clientId,
                namedInsured,
                lines,
                states,
                effective,
                expiration,
                status,
                rawStatus,
                carrierName,
                naic,
                surplusLines,
                cancellationDate,
                premium,
                other,
                forms,
                additionalInterests);
    }

    /** In force on a day: dates cover it and the status is one under which coverage stands. */
    public boolean inForceOn(LocalDate day) {
        boolean standing = switch (status) {
            case ACTIVE, PENDING_CANCEL, RENEWING, REINSTATED -> true;
            case PROSPECT_QUOTE, CANCELLED, EXPIRED, RENEWED, NON_RENEWED, REPLACED, UNKNOWN -> false;
        };
        boolean notYetCancelled = cancellationDate == null || day.isBefore(cancellationDate);
        return standing && notYetCancelled && !day.isBefore(effective) && day.isBefore(expiration);
    }
}

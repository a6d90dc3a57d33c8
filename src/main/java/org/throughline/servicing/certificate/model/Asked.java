package org.throughline.servicing.certificate.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a certificate, by whom, and what a reviewing person added.
 *
 * @param insuredName the insured as the message names it, or empty
 * @param flags warnings of triage, such as ALTERED_FORM_REQUESTED
 * @param shown what the certificate is to show
 * @param limits limits required in whole dollars, keyed {@code GL.eachOccurrence}
 * @param contractHeld a person says that the written contract which the wording needs is on file
 * @param standardFormOnly a person says that the certificate goes out on the unchanged form
 * @param consentHeld a person says that the insured agreed to tell this requester
 */
public record Asked(
        String requestNumber,
        String workType,
        @Nullable String clientId,
        Requester requester,
        String insuredName,
        List<String> flags,
        Shown shown,
        Map<String, Long> limits,
        @Nullable Instant neededBy,
        boolean contractHeld,
        boolean standardFormOnly,
        boolean consentHeld) {

    private static final Set<String> PROPERTY_WORK = Set.of("CERT_PROPERTY", "EVIDENCE_PROPERTY");

    /** True where the request is about property, false where it is about liability. */
    public boolean aboutProperty() {
        return aboutProperty(workType);
    }

    /** True where that type of work is about property. */
    public static boolean aboutProperty(String workType) {
        return PROPERTY_WORK.contains(workType);
    }

    /** The same with another address to deliver to. */
    public Asked deliveredTo(String address) {
        Shown readdressed = new Shown(
                shown.holderName(),
                shown.holderAddress(),
                address.strip(),
                shown.lines(),
                shown.wording(),
                shown.clause(),
                shown.freeText(),
                shown.property(),
                shown.confirmedLimits());
        return new Asked(
                requestNumber,
                workType,
                clientId,
                requester,
                insuredName,
                flags,
                readdressed,
                limits,
                neededBy,
                contractHeld,
                standardFormOnly,
                consentHeld);
    }

    /** Who asks: triage's sender role, and the channel and address the request came by. */
    public record Requester(String role, String channel, String address) {}

    /**
     * The part of the request that appears on the certificate.
     *
     * @param lines line codes; empty means every liability line in force
     * @param wording wording asked for, see {@code wording-support}
     * @param clause id of a clause of the library for the description, or empty
     * @param freeText description in a person's own words, or empty
     * @param property which property it is about; {@link Property#NONE} for liability
     * @param confirmedLimits limits that a person read from the policy itself, where the agency management system gives
     *     none; one a line, {@code GL.eachOccurrence: 1,000,000}
     */
    public record Shown(
            String holderName,
            String holderAddress,
            String deliverTo,
            List<String> lines,
            List<String> wording,
            String clause,
            String freeText,
            Property property,
            String confirmedLimits) {

        public Shown {
            // Drafts from before this was asked have none.
            confirmedLimits = Objects.requireNonNullElse(confirmedLimits, "");
        }

        /** Without limits of a person's reading. */
        public Shown(
                String holderName,
                String holderAddress,
                String deliverTo,
                List<String> lines,
                List<String> wording,
                String clause,
                String freeText,
                Property property) {
            this(holderName, holderAddress, deliverTo, lines, wording, clause, freeText, property, "");
        }
    }

    /**
     * The property a document is about, as the request names it; each part may be empty.
     *
     * @param policyNumbers policies named
     * @param location address of the property
     * @param demands what a lender demands of the policy: REPLACEMENT_COST, AGREED_VALUE, NO_COINSURANCE, SPECIAL_FORM,
     *     PAID_RECEIPT, MAX_DEDUCTIBLE:10000
     */
    public record Property(List<String> policyNumbers, String location, String loanNumber, List<String> demands) {

        public static final Property NONE = new Property(List.of(), "", "", List.of());
    }
}

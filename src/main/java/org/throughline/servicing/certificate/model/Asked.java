package org.throughline.servicing.certificate.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
        boolean standardFormOnly) {

    /** Who asks: triage's sender role, and the channel and address the request came by. */
    public record Requester(String role, String channel, String address) {}

    /**
     * The part of the request that appears on the certificate.
     *
     * @param lines line codes; empty means every liability line in force
     * @param wording wording asked for, see {@code wording-support}
     * @param clause id of a clause of the library for the description, or empty
     * @param freeText description in a person's own words, or empty
     */
    public record Shown(
            String holderName,
            String holderAddress,
            String deliverTo,
            List<String> lines,
            List<String> wording,
            String clause,
            String freeText) {}
}

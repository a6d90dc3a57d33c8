package org.throughline.triage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts found in a message's text.
 *
 * @param wording wording asked for on a certificate, in the order of {@code wording-support}: ADDITIONAL_INSURED_ONGOING,
 *     ADDITIONAL_INSURED_COMPLETED, ADDITIONAL_INSURED, WAIVER_OF_SUBROGATION, PRIMARY_NONCONTRIBUTORY,
 *     NOTICE_OF_CANCELLATION, PER_PROJECT_AGGREGATE, and OTHER for text nobody may put on a certificate
 * @param requiredLimits limits asked for in whole dollars, keyed {@code LINE.limit} as in {@code Policy.limits}
 * @param linesRequested line codes the certificate shall show; empty means all
 * @param neededBy date by which it is needed, in the agency's time zone
 * @param callbacks those of the phone numbers at which a call is asked for
 * @param lender what is said about property and who lends on it
 * @param mentions all that is named, with its place in the text
 * @param particulars what is said about the change, the loss or the bill
 * @param hardDate an outside deadline named in the text (cancellation effective, closing, answer due)
 */
public record Entities(
        List<String> policyNumbers,
        @Nullable String insuredName,
        @Nullable String holderName,
        @Nullable String holderAddress,
        @Nullable String deliverTo,
        List<String> wording,
        List<String> additionalInsureds,
        Map<String, Long> requiredLimits,
        List<String> linesRequested,
        @Nullable LocalDate neededBy,
        @Nullable LocalDate hardDate,
        List<String> acordForms,
        List<String> vins,
        List<String> phoneNumbers,
        List<String> callbacks,
        List<String> amounts,
        LenderAsk lender,
        List<Mention> mentions,
        Particulars particulars) {}

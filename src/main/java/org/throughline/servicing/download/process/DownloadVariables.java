package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.VariableScope;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.download.usecase.ApplyDownload.Matched;

/** Variables of {@code download-exception} beside those of the request. */
final class DownloadVariables {

    /** The carrier's transaction; absent where the item holds none. */
    static final ProcessVariable<String> TRANSACTION_ID = ProcessVariable.text("transactionId");

    static final ProcessVariable<String> MATCHED_CLIENT_ID = ProcessVariable.text("matchedClientId");
    static final ProcessVariable<String> MATCHED_POLICY_ID = ProcessVariable.text("matchedPolicyId");
    static final ProcessVariable<String> MATCHED_POLICY_NUMBER = ProcessVariable.text("matchedPolicyNumber");

    /** Name of the matched policy's insured, as the agency management system has it. */
    static final ProcessVariable<String> MATCHED_INSURED = ProcessVariable.text("matchedInsured");

    /** Name of the matched policy's carrier, as the agency management system has it. */
    static final ProcessVariable<String> MATCHED_CARRIER = ProcessVariable.text("matchedCarrier");

    /** What was compared and with what, in one sentence. */
    static final ProcessVariable<String> MATCH_SUMMARY = ProcessVariable.text("matchSummary");

    /** The carrier's values, one a line. */
    static final ProcessVariable<String> CARRIER_SAYS = ProcessVariable.text("carrierSays");

    /** The agency management system's values, one a line. */
    static final ProcessVariable<String> AMS_SAYS = ProcessVariable.text("amsSays");

    /** Both of each value with how they compare, one a line. */
    static final ProcessVariable<String> DOWNLOAD_COMPARISON = ProcessVariable.text("downloadComparison");

    /** APPLY, REVIEW or REJECT, as the table says. */
    static final ProcessVariable<String> DOWNLOAD_VERDICT = ProcessVariable.text("downloadVerdict");

    /** Why the table says so. */
    static final ProcessVariable<String> DOWNLOAD_REASON = ProcessVariable.text("downloadReason");

    /** What a person decided, as {@link org.throughline.servicing.download.usecase.ResolveDownload.Decision}. */
    static final ProcessVariable<String> DOWNLOAD_DECISION = ProcessVariable.text("downloadDecision");

    /** Number of the policy that a person says it is. */
    static final ProcessVariable<String> CHOSEN_POLICY = ProcessVariable.text("chosenPolicy");

    /** Number of the client that a person says it is. */
    static final ProcessVariable<String> CHOSEN_CLIENT = ProcessVariable.text("chosenClient");

    /** What the person found. */
    static final ProcessVariable<String> RESOLUTION_NOTE = ProcessVariable.text("resolutionNote");

    /** Who decided. */
    static final ProcessVariable<String> RESOLVED_BY = ProcessVariable.text("resolvedBy");

    private DownloadVariables() {}

    /** The transaction with the policy that it was matched to. */
    static Matched matched(VariableScope scope) {
        return new Matched(
                RequestVariables.REQUEST_NUMBER.get(scope),
                TRANSACTION_ID.find(scope).orElse(""),
                MATCHED_CLIENT_ID.find(scope).orElse(""),
                MATCHED_POLICY_ID.find(scope).orElse(""),
                MATCHED_POLICY_NUMBER.find(scope).orElse(""),
                MATCH_SUMMARY.find(scope).orElse(""));
    }
}

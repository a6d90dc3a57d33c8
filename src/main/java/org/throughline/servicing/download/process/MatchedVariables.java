package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.variable.Variables;
import org.throughline.ams.Policy;
import org.throughline.carrier.download.Transaction;
import org.throughline.servicing.download.model.Match;

/** A match as variables; what only the table needs is transient, because the decision's history keeps it. */
final class MatchedVariables {

    private MatchedVariables() {}

    static void set(DelegateExecution execution, Match match) {
        Transaction transaction = match.transaction();
        Policy policy = match.policy();
        DownloadVariables.TRANSACTION_ID.set(execution, transaction == null ? "" : transaction.id());
        DownloadVariables.MATCHED_CLIENT_ID.set(execution, policy == null ? "" : policy.clientId());
        DownloadVariables.MATCHED_POLICY_ID.set(execution, policy == null ? "" : policy.id());
        DownloadVariables.MATCHED_POLICY_NUMBER.set(execution, policy == null ? "" : policy.number());
        DownloadVariables.MATCHED_INSURED.set(execution, policy == null ? "" : policy.namedInsured());
        DownloadVariables.MATCHED_CARRIER.set(execution, policy == null ? "" : policy.carrierName());
        DownloadVariables.MATCH_SUMMARY.set(execution, match.summary());
        DownloadVariables.CARRIER_SAYS.set(execution, match.shown().carrier());
        DownloadVariables.AMS_SAYS.set(execution, match.shown().ams());
        DownloadVariables.DOWNLOAD_COMPARISON.set(execution, match.shown().comparison());
        match.facts()
                .inputs()
                .forEach((name, value) -> execution.setVariable(name, Variables.untypedValue(value, true)));
    }
}

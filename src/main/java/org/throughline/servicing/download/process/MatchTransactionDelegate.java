package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.download.usecase.MatchDownload;

/** Match transaction: puts the carrier's transaction beside the policy that it is about, as the AMS has it now. */
@Component
class MatchTransactionDelegate implements JavaDelegate {

    private final MatchDownload matching;

    MatchTransactionDelegate(MatchDownload matching) {
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MatchedVariables.set(
                execution,
                matching.match(
                        RequestVariables.INBOUND_ITEM_ID.get(execution),
                        DownloadVariables.CHOSEN_POLICY.find(execution).orElse("")));
    }
}

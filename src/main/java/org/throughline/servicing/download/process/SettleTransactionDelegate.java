package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.download.usecase.ResolveDownload;
import org.throughline.servicing.download.usecase.ResolveDownload.Decision;
import org.throughline.servicing.download.usecase.ResolveDownload.Resolution;

/** Settle transaction: carries out what the person decided, and remembers a number that they matched. */
@Component
class SettleTransactionDelegate implements JavaDelegate {

    private final ResolveDownload resolving;

    SettleTransactionDelegate(ResolveDownload resolving) {
        this.resolving = resolving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Resolution resolution = ResolutionVariables.of(execution, DownloadVariables.RESOLVED_BY.get(execution));
        if (resolution.decision() != Decision.NOT_OURS) {
            MatchedRequest.takeOver(execution);
        }
        RequestVariables.COMPLETION_EVIDENCE.set(execution, resolving.settle(resolution));
    }
}

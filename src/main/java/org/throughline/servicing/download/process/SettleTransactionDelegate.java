package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.download.usecase.ResolveDownload;

/** Settle transaction: carries out what the person decided, and remembers a number that they matched. */
@Component
class SettleTransactionDelegate implements JavaDelegate {

    private final ResolveDownload resolving;

    SettleTransactionDelegate(ResolveDownload resolving) {
        this.resolving = resolving;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RequestVariables.COMPLETION_EVIDENCE.set(
                execution,
                resolving.settle(ResolutionVariables.of(execution, DownloadVariables.RESOLVED_BY.get(execution))));
    }
}

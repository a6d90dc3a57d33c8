package org.throughline.servicing.download.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.download.usecase.ApplyDownload;

/** Apply transaction: takes it down as its policy's and gives the carrier's word to whatever waits for it. */
@Component
class ApplyTransactionDelegate implements JavaDelegate {

    private final ApplyDownload applying;

    ApplyTransactionDelegate(ApplyDownload applying) {
        this.applying = applying;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MatchedRequest.takeOver(execution);
        RequestVariables.COMPLETION_EVIDENCE.set(
                execution,
                applying.apply(DownloadVariables.matched(execution), DownloadVariables.DOWNLOAD_REASON.get(execution)));
    }
}

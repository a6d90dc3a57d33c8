package org.throughline.servicing.download.process;

import java.util.Objects;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.Refusal;
import org.throughline.servicing.download.usecase.DownloadRefused;
import org.throughline.servicing.download.usecase.ResolveDownload;

/** When a person has decided about a download: keeps who, or tells them in the form what is missing. */
@Component
class ExceptionResolvedListener implements TaskListener {

    private final ResolveDownload resolving;

    ExceptionResolvedListener(ResolveDownload resolving) {
        this.resolving = resolving;
    }

    @Override
    public void notify(DelegateTask task) {
        String person = Objects.requireNonNullElse(task.getAssignee(), "unknown");
        try {
            resolving.check(ResolutionVariables.of(task, person));
        } catch (DownloadRefused refused) {
            throw new Refusal(refused.getMessage(), refused);
        }
        DownloadVariables.RESOLVED_BY.set(task, person);
    }
}

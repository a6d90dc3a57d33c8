package org.throughline.servicing.download.process;

import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationLevel;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.download.usecase.DownloadAutomation;

/** Keeps the table's word; where automation would apply it but may not, keeps that as its proposal. */
@Component
class MatchJudgedListener implements ExecutionListener {

    private static final String APPLY = "APPLY";

    private final DownloadAutomation automation;

    MatchJudgedListener(DownloadAutomation automation) {
        this.automation = automation;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.getVariable("decisionResult") instanceof DmnDecisionResult judged) {
            String verdict = judged.getSingleResult().getEntry(DownloadVariables.DOWNLOAD_VERDICT.name());
            String reason = judged.getSingleResult().getEntry(DownloadVariables.DOWNLOAD_REASON.name());
            DownloadVariables.DOWNLOAD_VERDICT.set(execution, verdict);
            DownloadVariables.DOWNLOAD_REASON.set(execution, reason);
            boolean alone = RequestVariables.STRAIGHT_THROUGH.find(execution).orElse(false);
            if (!APPLY.equals(verdict)) {
                stop(execution, reason);
            } else if (alone) {
                automation
                        .stopped(RequestVariables.WORK_TYPE.get(execution), carrier(execution))
                        .ifPresent(why -> stop(execution, why));
            } else {
                propose(execution);
            }
        }
    }

    private static void stop(DelegateExecution execution, String why) {
        RequestVariables.STRAIGHT_THROUGH.set(execution, false);
        RequestVariables.STOP_REASON.set(execution, why);
    }

    private void propose(DelegateExecution execution) {
        RequestVariables.AUTOMATION
                .find(execution)
                .flatMap(AutomationLevel::find)
                .ifPresent(level -> automation.propose(
                        RequestVariables.REQUEST_NUMBER.get(execution),
                        RequestVariables.WORK_TYPE.get(execution),
                        carrier(execution),
                        level,
                        DownloadVariables.MATCHED_POLICY_NUMBER.get(execution)));
    }

    private static String carrier(DelegateExecution execution) {
        return DownloadVariables.MATCHED_CARRIER.find(execution).orElse("");
    }
}

package org.throughline.automation.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationEvidence.Proposal;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationResult;
import org.throughline.platform.engine.RequestVariables;

/** When a person has carried out what automation would have closed as not work: compares how it ended. */
@Component
class ClosingComparedListener implements ExecutionListener {

    private static final String NOT_WORK = "NOT_WORK";
    private static final String END = "Ended as";

    private final AutomationEvidence evidence;

    ClosingComparedListener(AutomationEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void notify(DelegateExecution execution) {
        String workType = RequestVariables.WORK_TYPE.get(execution);
        String outcome = RequestVariables.OUTCOME.find(execution).orElse("");
        if (workType.equals(NOT_WORK) && !outcome.isEmpty()) {
            RequestVariables.AUTOMATION
                    .find(execution)
                    .flatMap(AutomationLevel::find)
                    .filter(level -> !level.finishesAlone())
                    .ifPresent(level -> evidence.compare(
                            new Proposal(
                                    RequestVariables.REQUEST_NUMBER.get(execution),
                                    workType,
                                    "",
                                    level,
                                    AutomationResult.of(END, NOT_WORK)),
                            AutomationResult.of(END, outcome),
                            null));
        }
    }
}

package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.TriageDecisions;
import org.throughline.platform.engine.RequestVariables;

/** Send question: carries out the letter that asks the sender. */
@Component
class SendQuestionDelegate implements JavaDelegate {

    private final TriageDecisions decisions;

    SendQuestionDelegate(TriageDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.sendQuestion(RequestVariables.INBOUND_ITEM_ID.get(execution));
    }
}

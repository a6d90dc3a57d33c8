package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.TriageDecisions;
import org.throughline.platform.engine.RequestVariables;

/** Ask sender: plans the letter with the question of whoever does the triage. */
@Component
class AskSenderDelegate implements JavaDelegate {

    private final TriageDecisions decisions;

    AskSenderDelegate(TriageDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        decisions.ask(RequestVariables.INBOUND_ITEM_ID.get(execution), RequestVariables.QUESTION.get(execution));
    }
}

package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.AssistantQuestions;
import org.throughline.platform.engine.RequestVariables;

/** Ask assistant: has the model outside say what work an item is; without an answer the item goes on all the same. */
@Component
class AskAssistantDelegate implements JavaDelegate {

    private final AssistantQuestions questions;

    AskAssistantDelegate(AssistantQuestions questions) {
        this.questions = questions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        questions.ask(RequestVariables.INBOUND_ITEM_ID.get(execution));
    }
}

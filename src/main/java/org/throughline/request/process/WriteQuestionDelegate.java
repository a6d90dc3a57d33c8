package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestLetters;

/** Write question: plans the one question with everything missing. */
@Component
class WriteQuestionDelegate implements JavaDelegate {

    private final RequestLetters letters;

    WriteQuestionDelegate(RequestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.ask(Addressees.of(execution), RequestVariables.QUESTION.get(execution));
        MissingInformationVariables.REMINDERS.set(execution, 0);
    }
}

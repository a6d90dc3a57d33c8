package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestLetters;

/** Write reminder: plans the same question once more. */
@Component
class WriteReminderDelegate implements JavaDelegate {

    private final RequestLetters letters;

    WriteReminderDelegate(RequestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.remind(Addressees.of(execution), RequestVariables.QUESTION.get(execution));
        MissingInformationVariables.REMINDERS.set(execution, MissingInformationVariables.REMINDERS.get(execution) + 1);
    }
}

package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestLetters;

/** Send letter: carries out the planned e-mail of the request. */
@Component
class SendLetterDelegate implements JavaDelegate {

    private final RequestLetters letters;

    SendLetterDelegate(RequestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.send(RequestVariables.REQUEST_NUMBER.get(execution));
    }
}

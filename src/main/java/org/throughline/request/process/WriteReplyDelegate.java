package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestLetters;

/** Write reply: plans the text that a person approved. */
@Component
class WriteReplyDelegate implements JavaDelegate {

    private final RequestLetters letters;

    WriteReplyDelegate(RequestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.reply(Addressees.of(execution), RequestVariables.DRAFT_TEXT.get(execution));
    }
}

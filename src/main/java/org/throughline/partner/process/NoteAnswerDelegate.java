package org.throughline.partner.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Note answer: notes who of the partner took the work; a decline without a reason is refused. */
@Component
class NoteAnswerDelegate implements JavaDelegate {

    private final PartnerSide partner;

    NoteAnswerDelegate(PartnerSide partner) {
        this.partner = partner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partner.answered(execution);
    }
}

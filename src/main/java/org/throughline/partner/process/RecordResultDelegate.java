package org.throughline.partner.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Record result: checks what the partner sent and keeps it; what does not hold is refused to whoever sent it. */
@Component
class RecordResultDelegate implements JavaDelegate {

    private final PartnerSide partner;

    RecordResultDelegate(PartnerSide partner) {
        this.partner = partner;
    }

    @Override
    public void execute(DelegateExecution execution) {
        partner.finished(execution);
    }
}

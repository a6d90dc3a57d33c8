package org.throughline.partner.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerDesk;
import org.throughline.platform.engine.RequestVariables;

/** Settle work: writes the line for the partner's invoice, and plans the note for the client's file. */
@Component
class SettleWorkDelegate implements JavaDelegate {

    private final PartnerDesk desk;

    SettleWorkDelegate(PartnerDesk desk) {
        this.desk = desk;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String evidence = desk.settle(
                execution.getProcessInstanceId(),
                RequestVariables.CLIENT_ID.find(execution).orElse(""));
        RequestVariables.COMPLETION_EVIDENCE.set(execution, evidence);
    }
}

package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.RequestOpening;
import org.throughline.platform.engine.RequestVariables;

/** Attach to waiting item: gives an answer to the item in triage whose sender was asked. */
@Component
class AttachToWaitingItemDelegate implements JavaDelegate {

    private final RequestOpening opening;

    AttachToWaitingItemDelegate(RequestOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opening.answer(RequestVariables.INBOUND_ITEM_ID.get(execution), IntakeVariables.WAITING_ITEM.get(execution));
    }
}

package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.RequestOpening;
import org.throughline.platform.engine.RequestVariables;

/** Attach to request: gives the item to the open request it belongs to. */
@Component
class AttachToRequestDelegate implements JavaDelegate {

    private final RequestOpening opening;

    AttachToRequestDelegate(RequestOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        opening.attach(
                RequestVariables.INBOUND_ITEM_ID.get(execution),
                RequestVariables.REQUEST_NUMBER.get(execution),
                IntakeVariables.ANSWER_POSSIBLE.get(execution));
    }
}

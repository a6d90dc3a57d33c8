package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItems;
import org.throughline.intake.ItemState;
import org.throughline.platform.engine.RequestVariables;

/** Triage: the item now waits for a person to say what work it is; what was decided before no longer counts. */
@Component
class TriageListener implements ExecutionListener {

    private final InboundItems items;

    TriageListener(InboundItems items) {
        this.items = items;
    }

    @Override
    public void notify(DelegateExecution execution) {
        IntakeVariables.TRIAGE_DECISION.set(execution, null);
        items.mark(RequestVariables.INBOUND_ITEM_ID.get(execution), ItemState.TRIAGE, null);
    }
}

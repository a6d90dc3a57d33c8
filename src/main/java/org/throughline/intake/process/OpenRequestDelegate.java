package org.throughline.intake.process;

import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.RequestOpening;
import org.throughline.intake.RequestOpening.Classified;
import org.throughline.platform.TransactionMemory;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.triage.Understanding;

/** Open request: starts the service request of one thing that the item asks for. */
@Component
class OpenRequestDelegate implements JavaDelegate {

    private final RequestOpening opening;

    OpenRequestDelegate(RequestOpening opening) {
        this.opening = opening;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Classified work = new Classified(
                RequestVariables.WORK_TYPE.get(execution),
                RequestVariables.CONFIDENCE.find(execution).orElse(0.0),
                RequestVariables.CLASSIFICATION.get(execution));
        String item = RequestVariables.INBOUND_ITEM_ID.get(execution);
        String number = opening.open(
                item,
                work,
                List.of(IntakeVariables.ASKS.get(execution).split(",")),
                IntakeVariables.LOOP_COUNTER.get(execution),
                TransactionMemory.recall(item, Understanding.class));
        RequestVariables.REQUEST_NUMBER.set(execution, number);
    }
}

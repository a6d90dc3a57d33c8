package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.RequestOpening;
import org.throughline.intake.RequestOpening.Classified;
import org.throughline.platform.engine.TransientVariables;
import org.throughline.request.RequestVariables;
import org.throughline.triage.Understanding;

/** Open request: starts the service request of the item. */
@Component
class OpenRequestDelegate implements JavaDelegate {

    /** What Read item understood, if this is still the same transaction. */
    static final String UNDERSTANDING = "understanding";

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
        String number = opening.open(
                RequestVariables.INBOUND_ITEM_ID.get(execution),
                work,
                TransientVariables.find(execution, UNDERSTANDING, Understanding.class));
        RequestVariables.REQUEST_NUMBER.set(execution, number);
    }
}

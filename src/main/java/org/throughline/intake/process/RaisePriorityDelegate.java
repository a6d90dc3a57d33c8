package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.AskedAgain;
import org.throughline.platform.TransactionMemory;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.triage.Understanding;

/** Raise priority: makes the open request more urgent whose client asks for the same again. */
@Component
class RaisePriorityDelegate implements JavaDelegate {

    private final AskedAgain askedAgain;

    RaisePriorityDelegate(AskedAgain askedAgain) {
        this.askedAgain = askedAgain;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String item = RequestVariables.INBOUND_ITEM_ID.get(execution);
        String earlier = IntakeVariables.EARLIER_REQUEST.get(execution);
        askedAgain.raise(
                item,
                earlier,
                RequestVariables.WORK_TYPE.get(execution),
                TransactionMemory.recall(item, Understanding.class));
        RequestVariables.REQUEST_NUMBER.set(execution, earlier);
    }
}

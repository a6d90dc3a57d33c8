package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.AmsWrites;
import org.throughline.request.AmsWrites.Step;

/** Write to AMS: carries out the next planned write of the request. */
@Component
class WriteToAmsDelegate implements JavaDelegate {

    private final AmsWrites writes;

    WriteToAmsDelegate(AmsWrites writes) {
        this.writes = writes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Step step = writes.writeNext(RequestVariables.REQUEST_NUMBER.get(execution));
        AmsWriteVariables.PROGRESS.set(execution, step.progress().name());
        if (step.writeId() != null) {
            AmsWriteVariables.REFUSED_WRITE_ID.set(execution, step.writeId());
            AmsWriteVariables.REFUSAL.set(execution, step.detail());
        }
    }
}

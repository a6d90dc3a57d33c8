package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.AmsWrites;

/** Write to AMS: carries out the planned writes of the request, as far as the AMS takes them. */
@Component
class WriteToAmsDelegate implements JavaDelegate {

    private final AmsWrites writes;

    WriteToAmsDelegate(AmsWrites writes) {
        this.writes = writes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writes.write(RequestVariables.REQUEST_NUMBER.get(execution));
    }
}

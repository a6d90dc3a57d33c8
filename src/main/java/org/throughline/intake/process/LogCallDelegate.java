package org.throughline.intake.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.PhoneCalls;
import org.throughline.platform.engine.RequestVariables;

/** Log call: makes an inbound item of the call, whose number becomes the instance's business key. */
@Component
class LogCallDelegate implements JavaDelegate {

    private final PhoneCalls calls;

    LogCallDelegate(PhoneCalls calls) {
        this.calls = calls;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String item = calls.log(execution.getProcessInstanceId(), PhoneCallVariables.call(execution));
        RequestVariables.INBOUND_ITEM_ID.set(execution, item);
        execution.setProcessBusinessKey(item);
        PhoneCallVariables.forget(execution);
    }
}

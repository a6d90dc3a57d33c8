package org.throughline.partner.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Look whether taken: finds out whether the partner's own system holds the work now. */
@Component
class LookWhetherTakenDelegate implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        long held = execution
                .getProcessEngineServices()
                .getExternalTaskService()
                .createExternalTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .locked()
                .count();
        PartnerVariables.TAKEN.set(execution, held > 0);
    }
}

package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.request.AmsWrites;

/** Settle refused write: puts a refused write back in line, or gives it up with the person's reason. */
@Component
class SettleRefusedWriteDelegate implements JavaDelegate {

    private final AmsWrites writes;

    SettleRefusedWriteDelegate(AmsWrites writes) {
        this.writes = writes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writes.resolve(
                AmsWriteVariables.REFUSED_WRITE_ID.get(execution),
                "RETRY".equals(AmsWriteVariables.CONFLICT_DECISION.get(execution)),
                AmsWriteVariables.CONFLICT_REASON.find(execution).orElse(""));
    }
}

package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.Refusal;
import org.throughline.request.AmsWrites;

/** Settle conflict: has the change tried again on their value, or given up; a person who left something out is told. */
@Component
class SettleConflictDelegate implements JavaDelegate {

    private final AmsWrites writes;

    SettleConflictDelegate(AmsWrites writes) {
        this.writes = writes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        try {
            writes.settle(
                    AmsWriteVariables.REFUSED_WRITE_ID.get(execution),
                    AmsWriteVariables.CONFLICT_DECISION.find(execution).orElse(""),
                    AmsWriteVariables.OTHER_VALUE.find(execution).orElse(null),
                    AmsWriteVariables.CONFLICT_REASON.find(execution).orElse(""));
        } catch (IllegalArgumentException incomplete) {
            throw new Refusal(incomplete.getMessage(), incomplete);
        }
    }
}

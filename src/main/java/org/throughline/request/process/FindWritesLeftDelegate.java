package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.AmsWrites;
import org.throughline.request.AmsWrites.Left;

/** Find writes left: looks in the ledger for writes of the request that are still planned, or that a person decides about. */
@Component
class FindWritesLeftDelegate implements JavaDelegate {

    private final AmsWrites writes;
    private final ConflictValues conflictValues;

    FindWritesLeftDelegate(AmsWrites writes, ConflictValues conflictValues) {
        this.writes = writes;
        this.conflictValues = conflictValues;
    }

    @Override
    public void execute(DelegateExecution execution) {
        Left left = writes.left(RequestVariables.REQUEST_NUMBER.get(execution));
        AmsWriteVariables.PROGRESS.set(execution, left.progress().name());
        if (left.writeId() != null) {
            AmsWriteVariables.REFUSED_WRITE_ID.set(execution, left.writeId());
            AmsWriteVariables.REFUSAL.set(execution, left.detail());
            writes.conflict(left.writeId()).ifPresent(conflict -> conflictValues.show(execution, conflict));
        }
    }
}

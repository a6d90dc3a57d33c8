package org.throughline.worklist.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Moves the next tasks of a run; the model comes back until none is left. */
@Component
class MoveTasksDelegate implements JavaDelegate {

    private final TaskMover mover;

    MoveTasksDelegate(TaskMover mover) {
        this.mover = mover;
    }

    @Override
    public void execute(DelegateExecution execution) {
        RebalanceVariables.TASKS_LEFT.set(execution, mover.moveSome(RebalanceVariables.REBALANCE_ID.get(execution)));
    }
}

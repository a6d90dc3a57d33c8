package org.throughline.staff.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.throughline.platform.engine.Refusal;

/**
 * Lets a request leave a licensed step only because its task is completed in this very command. The engine has another way
 * out, a signal to the waiting execution, that no task listener sees.
 */
class EndGuard implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        if (!execution.isCanceled() && !completedNow(execution)) {
            throw new Refusal(
                    execution.getCurrentActivityName() + " ends when a person completes its task, and no other way.");
        }
    }

    private static boolean completedNow(DelegateExecution execution) {
        return Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(TaskEntity.class).stream()
                .filter(task -> execution.getProcessInstanceId().equals(task.getProcessInstanceId()))
                .filter(task -> execution.getCurrentActivityId().equals(task.getTaskDefinitionKey()))
                .anyMatch(task -> TaskListener.EVENTNAME_COMPLETE.equals(task.getEventName()));
    }
}

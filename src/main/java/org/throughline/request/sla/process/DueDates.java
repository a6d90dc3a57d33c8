package org.throughline.request.sla.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.impl.persistence.entity.TaskEntity;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.sla.SlaClock;
import org.throughline.request.sla.SlaRules;
import org.throughline.request.sla.SlaTimes;

/** Changes the due date of a request everywhere it stands: its process, those below it, and their open tasks. */
@Component
public class DueDates {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final SlaRules rules;
    private final SlaTimes times;
    private final Clock clock;

    DueDates(RuntimeService runtime, TaskService tasks, SlaRules rules, SlaTimes times, Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.rules = rules;
        this.times = times;
        this.clock = clock;
    }

    /**
     * Gives an open request another priority and so many minutes from now, on the clock of that priority; it is never due
     * later than before. A clock that stands still stands still from now on.
     */
    public void sooner(String requestNumber, String priority, long minutes) {
        List<ProcessInstance> instances = instances(runtime, requestNumber);
        for (ProcessInstance request : instances) {
            if (request.getId().equals(request.getRootProcessInstanceId())) {
                sooner(request, instances, priority, minutes);
            }
        }
    }

    private void sooner(ProcessInstance request, List<ProcessInstance> instances, String priority, long minutes) {
        Instant now = clock.instant();
        SlaClock which = rules.clock(priority, text(request, RequestVariables.WORK_TYPE.name()));
        Instant soon = times.plus(which, now, Duration.ofMinutes(minutes));
        @Nullable Object before = runtime.getVariable(request.getId(), RequestVariables.SLA_DUE_AT.name());
        for (ProcessInstance instance : instances) {
            runtime.setVariable(instance.getId(), RequestVariables.PRIORITY.name(), priority);
            runtime.setVariable(instance.getId(), RequestVariables.SLA_CLOCK.name(), which.name());
        }
        if (runtime.getVariable(request.getId(), RequestVariables.SLA_PAUSED_AT.name()) != null) {
            runtime.setVariable(request.getId(), RequestVariables.SLA_PAUSED_AT.name(), Date.from(now));
        }
        boolean dueBefore = before instanceof Date due && due.toInstant().isBefore(soon);
        if (!dueBefore) {
            move(runtime, tasks, request.getBusinessKey(), Date.from(soon));
        }
    }

    private String text(ProcessInstance request, String variable) {
        return String.valueOf(runtime.getVariable(request.getId(), variable));
    }

    /** Sets the due date on the processes of a request and on those of its tasks that have one. */
    static void move(RuntimeService runtime, TaskService tasks, String requestNumber, Date due) {
        for (ProcessInstance instance : instances(runtime, requestNumber)) {
            runtime.setVariable(instance.getId(), RequestVariables.SLA_DUE_AT.name(), due);
        }
        for (Task task : tasks.createTaskQuery()
                .processInstanceBusinessKey(requestNumber)
                .list()) {
            if (task.getDueDate() != null && !isDone(task)) {
                task.setDueDate(due);
                tasks.saveTask(task);
            }
        }
    }

    private static List<ProcessInstance> instances(RuntimeService runtime, String requestNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(requestNumber)
                .list();
    }

    /** Whether the running transaction has completed it. */
    private static boolean isDone(Task task) {
        return task instanceof TaskEntity entity && entity.isDeleted();
    }
}

package org.throughline.worklist.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.delegate.VariableScope;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.throughline.worklist.Assignment;
import org.throughline.worklist.Assignment.Choice;
import org.throughline.worklist.Assignments;
import org.throughline.worklist.Colleague;
import org.throughline.worklist.Rebalances;
import org.throughline.worklist.Rebalances.Move;
import org.throughline.worklist.Rebalances.Outcome;
import org.throughline.worklist.Rebalances.Run;
import org.throughline.worklist.Work;
import org.throughline.worklist.Workforce;

/** Finds a new person for the tasks of somebody who is away, or gives them back to their queue. */
@Component
class TaskMover {

    private static final int PORTION = 25;

    private final TaskService tasks;
    private final TaskWork taskWork;
    private final Workforce workforce;
    private final Assignment assignment;
    private final Assignments assignments;
    private final Rebalances rebalances;
    private final Clock clock;

    TaskMover(
            TaskService tasks,
            TaskWork taskWork,
            Workforce workforce,
            Assignment assignment,
            Assignments assignments,
            Rebalances rebalances,
            Clock clock) {
        this.tasks = tasks;
        this.taskWork = taskWork;
        this.workforce = workforce;
        this.assignment = assignment;
        this.assignments = assignments;
        this.rebalances = rebalances;
        this.clock = clock;
    }

    /** Moves a portion in the caller's transaction; false when nothing is left and the run has ended. */
    boolean moveSome(String runId) {
        Run run = rebalances.find(runId).orElseThrow(() -> new IllegalStateException("There is no run " + runId));
        List<Move> portion = rebalances.next(runId, PORTION);
        Map<String, List<Colleague>> queues = new HashMap<>();
        for (Move move : portion) {
            Task task = tasks.createTaskQuery()
                    .taskId(move.taskId())
                    .taskAssignee(run.userId())
                    .singleResult();
            if (task == null) {
                rebalances.done(runId, move.taskId(), Outcome.GONE, null, "Done or taken by somebody else meanwhile.");
            } else {
                move(run, task, queues);
            }
        }
        boolean left = portion.size() == PORTION;
        if (!left) {
            rebalances.end(runId, OffsetDateTime.now(clock));
        }
        return left;
    }

    private void move(Run run, Task task, Map<String, List<Colleague>> queues) {
        Optional<Work> work =
                queue(task).flatMap(queue -> taskWork.of(task.getId(), task.getName(), queue, (VariableScope) task));
        List<Colleague> others = work.map(
                        known -> queues.computeIfAbsent(known.queue(), queue -> others(queue, run.userId())))
                .orElseGet(ArrayList::new);
        Choice choice = work.map(known -> assignment.choose(known, others))
                .orElseGet(() -> new Choice(null, "The task belongs to no queue."));
        Colleague person = choice.person();
        String to = person == null ? null : person.person().userId();
        String reason = (to == null ? "Back in the queue. " : "Went to ") + choice.reason();
        tasks.setAssignee(task.getId(), to);
        assignments.moved(task.getId(), to, reason, clock.instant());
        rebalances.done(run.id(), task.getId(), to == null ? Outcome.QUEUED : Outcome.MOVED, to, reason);
        if (person != null) {
            others.replaceAll(one -> one.equals(person)
                    ? one.with(work.map(known -> known.plan().minutes()).orElse(0))
                    : one);
        }
    }

    private List<Colleague> others(String queue, String userId) {
        List<Colleague> others = new ArrayList<>(workforce.of(queue));
        others.removeIf(one -> one.person().userId().equals(userId));
        return others;
    }

    private Optional<String> queue(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .findFirst();
    }
}

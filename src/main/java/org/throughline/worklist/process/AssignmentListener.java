package org.throughline.worklist.process;

import java.time.Clock;
import java.util.Optional;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.throughline.worklist.Assignment;
import org.throughline.worklist.Assignment.Choice;
import org.throughline.worklist.Assignments;
import org.throughline.worklist.Colleague;
import org.throughline.worklist.Work;
import org.throughline.worklist.Workforce;

/** Looks for the person of a task that has come up in a queue: assigns it, or names whom it would suit best. */
class AssignmentListener implements TaskListener {

    private final TaskWork taskWork;
    private final Workforce workforce;
    private final Assignment assignment;
    private final Assignments assignments;
    private final Clock clock;

    AssignmentListener(
            TaskWork taskWork, Workforce workforce, Assignment assignment, Assignments assignments, Clock clock) {
        this.taskWork = taskWork;
        this.workforce = workforce;
        this.assignment = assignment;
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateTask task) {
        Optional<String> queue = queue(task);
        if (queue.isEmpty() || task.getAssignee() != null) {
            return;
        }
        taskWork.of(task.getId(), task.getName(), queue.get(), task).ifPresent(work -> assign(task, work));
    }

    private void assign(DelegateTask task, Work work) {
        Choice choice = assignment.choose(work, workforce.of(work.queue()));
        Colleague person = choice.person();
        boolean push = work.plan().push() && person != null;
        String reason = push
                ? "Went to " + choice.reason()
                : "Waits in " + work.queue() + ". "
                        + (person == null ? choice.reason() : "It would suit " + choice.reason());
        assignments.keep(new Assignments.Decision(
                work, person == null ? null : person.person().userId(), push, reason, clock.instant()));
        if (push && person != null) {
            task.setAssignee(person.person().userId());
        }
    }

    private static Optional<String> queue(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst();
    }
}

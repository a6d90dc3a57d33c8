package org.throughline.worklist.process;

import java.time.Clock;
import java.util.Optional;
import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.worklist.Assignments;
import org.throughline.worklist.Placing;
import org.throughline.worklist.Work;

/** Looks for the person of a task that has come up in a queue: assigns it, or names whom it would suit best. */
class AssignmentListener implements TaskListener {

    private final TaskWork taskWork;
    private final Placing placing;
    private final Assignments assignments;
    private final Clock clock;

    AssignmentListener(TaskWork taskWork, Placing placing, Assignments assignments, Clock clock) {
        this.taskWork = taskWork;
        this.placing = placing;
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
        Placing.Place place =
                placing.place(work, RequestVariables.NAMED_PERSON.find(task).orElse(""));
        assignments.keep(
                new Assignments.Decision(work, place.userId(), place.assigned(), place.reason(), clock.instant()));
        if (place.assigned()) {
            task.setAssignee(place.userId());
        }
    }

    private static Optional<String> queue(DelegateTask task) {
        return task.getCandidates().stream()
                .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null)
                .map(IdentityLink::getGroupId)
                .findFirst();
    }
}

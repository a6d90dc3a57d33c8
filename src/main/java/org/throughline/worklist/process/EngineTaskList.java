package org.throughline.worklist.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.AuthorizationException;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.TaskAlreadyClaimedException;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.exception.NullValueException;
import org.operaton.bpm.engine.task.Task;
import org.operaton.bpm.engine.task.TaskQuery;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.web.Page;
import org.throughline.staff.Staff;
import org.throughline.worklist.Assignments;
import org.throughline.worklist.OpenTask;
import org.throughline.worklist.TaskFacts;
import org.throughline.worklist.TaskFacts.Facts;
import org.throughline.worklist.TaskList;

/** Lists from the engine's own tasks, with its authorizations, and what our tables know of each, asked for all at once. */
@Component
class EngineTaskList implements TaskList {

    private static final String LINK = "/operaton/app/tasklist/default/#/?task=";

    private final TaskService tasks;
    private final TaskFacts facts;
    private final Assignments assignments;
    private final Staff staff;
    private final AsSystem system;
    private final Clock clock;
    private final AgencyProfile agency;

    EngineTaskList(
            TaskService tasks,
            TaskFacts facts,
            Assignments assignments,
            Staff staff,
            AsSystem system,
            Clock clock,
            AgencyProfile agency) {
        this.tasks = tasks;
        this.facts = facts;
        this.assignments = assignments;
        this.staff = staff;
        this.system = system;
        this.clock = clock;
        this.agency = agency;
    }

    @Override
    public Page<OpenTask> find(Query query, int page, int size) {
        List<Task> found = query(query)
                .orderByTaskPriority()
                .desc()
                .orderByDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .listPage(page * size, size);
        Map<String, Facts> known = facts.of(found.stream().map(Task::getId).toList());
        List<OpenTask> items = found.stream()
                .map(task -> open(task, known.getOrDefault(task.getId(), Facts.NONE)))
                .toList();
        return new Page<>(items, page, size, query(query).count());
    }

    private TaskQuery query(Query query) {
        TaskQuery tasksAsked = OwnTasks.only(tasks.createTaskQuery(), agency).active();
        if (query.queue() != null) {
            tasksAsked.taskCandidateGroup(query.queue()).includeAssignedTasks();
        }
        if (query.assignee() != null) {
            tasksAsked.taskAssignee(query.assignee());
        }
        if (Boolean.TRUE.equals(query.unassigned())) {
            tasksAsked.taskUnassigned();
        }
        if (Boolean.TRUE.equals(query.overdue())) {
            tasksAsked.dueBefore(Date.from(clock.instant()));
        }
        if (query.requestNumber() != null) {
            tasksAsked.processInstanceBusinessKey(query.requestNumber());
        }
        return tasksAsked;
    }

    private OpenTask open(Task task, Facts known) {
        return new OpenTask(
                task.getId(),
                Objects.requireNonNullElse(task.getName(), task.getTaskDefinitionKey()),
                known.requestNumber(),
                known.workType(),
                known.clientName(),
                known.queue(),
                task.getAssignee(),
                task.getPriority(),
                at(task.getCreateTime()),
                at(task.getDueDate()),
                known.reason(),
                LINK + task.getId());
    }

    private @Nullable OffsetDateTime at(@Nullable Date date) {
        return date == null ? null : date.toInstant().atZone(agency.timeZone()).toOffsetDateTime();
    }

    @Override
    public List<Result> claim(List<String> taskIds, String userId) {
        return new LinkedHashSet<>(taskIds)
                .stream()
                        .map(id -> done(id, () -> {
                            tasks.claim(id, userId);
                            assignments.moved(id, userId, "Claimed from the list.", clock.instant());
                        }))
                        .toList();
    }

    @Override
    public List<Result> reassign(List<String> taskIds, @Nullable String userId, String reason) {
        if (userId != null
                && staff.find(userId).filter(person -> person.active()).isEmpty()) {
            String nobody = "There is nobody here with the user id " + userId + ".";
            return taskIds.stream().map(id -> new Result(id, false, nobody)).toList();
        }
        String why = (userId == null ? "Back in the queue: " : "Moved by a manager: ") + reason;
        return new LinkedHashSet<>(taskIds)
                .stream()
                        .map(id -> done(
                                id,
                                () -> system.call(() -> {
                                    OwnTasks.require(tasks, id, agency);
                                    tasks.setAssignee(id, userId);
                                    assignments.moved(id, userId, why, clock.instant());
                                    return id;
                                })))
                        .toList();
    }

    private static Result done(String id, Runnable action) {
        try {
            action.run();
            return new Result(id, true, null);
        } catch (TaskAlreadyClaimedException taken) {
            return new Result(id, false, "Somebody else has it already.");
        } catch (NullValueException gone) {
            return new Result(id, false, "The task is done, or there never was one.");
        } catch (AuthorizationException denied) {
            return new Result(id, false, "It is not in one of your queues.");
        } catch (BadUserRequestException refused) {
            return new Result(id, false, refused.getMessage());
        }
    }
}

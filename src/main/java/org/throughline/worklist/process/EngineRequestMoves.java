package org.throughline.worklist.process;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.Execution;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestMessages;
import org.throughline.request.Route;
import org.throughline.request.sla.SlaActions;
import org.throughline.staff.Act;
import org.throughline.staff.ActNeeds;
import org.throughline.worklist.Assignments;
import org.throughline.worklist.Placing;
import org.throughline.worklist.RequestMoves;
import org.throughline.worklist.RerouteRefused;
import org.throughline.worklist.RerouteRefused.Why;

/**
 * The work of a request in the engine. Between a partner and our own people it goes by the model's own event, which ends
 * the one's work before the other's begins; within the house only its tasks move, and nothing that was done is lost.
 */
@Component
class EngineRequestMoves implements RequestMoves {

    private static final String PROCESS = "service-request";
    private static final String WITH_A_PARTNER = "partner-work";
    private static final String NO_AUTOMATION = "NONE";
    private static final String REVIEW_FOR_RISK = "Task_ReviewForRisk";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem system;
    private final ActNeeds needs;
    private final SlaActions actions;
    private final TaskWork taskWork;
    private final Placing placing;
    private final Assignments assignments;
    private final Clock clock;

    EngineRequestMoves(
            RuntimeService runtime,
            TaskService tasks,
            AsSystem system,
            ActNeeds needs,
            SlaActions actions,
            TaskWork taskWork,
            Placing placing,
            Assignments assignments,
            Clock clock) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
        this.needs = needs;
        this.actions = actions;
        this.taskWork = taskWork;
        this.placing = placing;
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    public Standing standing(String requestNumber) {
        return system.call(() -> {
            List<ProcessInstance> instances = instances(requestNumber);
            ProcessInstance request = instances.stream()
                    .filter(instance -> PROCESS.equals(instance.getProcessDefinitionKey()))
                    .findFirst()
                    .orElseThrow(() -> new RerouteRefused(
                            Why.NOT_NOW,
                            "Request " + requestNumber + " is closed; there is no work to send anywhere."));
            Map<String, Object> variables = runtime.getVariables(request.getId());
            List<Task> open = open(requestNumber);
            return new Standing(
                    RequestVariables.ROUTE.find(variables).orElse(Route.LICENSED_STAFF.name()),
                    RequestVariables.QUEUE.find(variables).orElse(""),
                    RequestVariables.STAFF_QUEUE.find(variables).orElse(""),
                    RequestVariables.WORK_TYPE.find(variables).orElse(""),
                    RequestVariables.STATE.find(variables).orElse(""),
                    RequestVariables.LINE_OF_BUSINESS.find(variables).orElse(""),
                    instances.stream().anyMatch(one -> WITH_A_PARTNER.equals(one.getProcessDefinitionKey())),
                    rerouting(requestNumber).isPresent(),
                    open.stream().anyMatch(task -> REVIEW_FOR_RISK.equals(task.getTaskDefinitionKey())),
                    needs.of(EnumSet.of(Act.SERVICE_REQUEST), variables).orElse(null),
                    open.stream()
                            .map(task -> new HeldTask(task.getId(), task.getName(), task.getAssignee()))
                            .toList());
        });
    }

    @Override
    public void move(String requestNumber, Standing from, Way to) {
        system.call(() -> {
            boolean outside = to.route() == Route.EXTERNAL_PARTNER;
            if (outside || from.withPartner()) {
                changeSides(requestNumber, variables(from, to));
            } else {
                set(requestNumber, variables(from, to));
            }
            if (!outside) {
                moveTasks(requestNumber, to);
            }
            return to;
        });
    }

    /** The event takes what it decides along, so that the work that begins reads it. */
    private void changeSides(String requestNumber, Map<String, Object> variables) {
        Execution waiting = rerouting(requestNumber)
                .orElseThrow(() -> new IllegalStateException("Request " + requestNumber + " cannot change sides"));
        runtime.messageEventReceived(RequestMessages.REQUEST_REROUTED, waiting.getId(), variables);
    }

    private void set(String requestNumber, Map<String, Object> variables) {
        instances(requestNumber).forEach(instance -> runtime.setVariables(instance.getId(), variables));
    }

    /** Automation goes no further alone once a person has taken the work from it. */
    private static Map<String, Object> variables(Standing from, Way to) {
        Map<String, Object> variables = new HashMap<>();
        RequestVariables.ROUTE.put(variables, to.route().name());
        RequestVariables.QUEUE.put(variables, to.queue());
        RequestVariables.NAMED_PERSON.put(variables, Objects.requireNonNullElse(to.assignee(), ""));
        if (from.route().equals(Route.AUTOMATION.name()) && to.route() != Route.AUTOMATION) {
            RequestVariables.STRAIGHT_THROUGH.put(variables, false);
            RequestVariables.AUTOMATION.put(variables, NO_AUTOMATION);
        }
        return variables;
    }

    private void moveTasks(String requestNumber, Way to) {
        try {
            actions.reassign(requestNumber, to.queue(), to.assignee());
        } catch (BadUserRequestException unlicensed) {
            throw new RerouteRefused(Why.IMPOSSIBLE, String.valueOf(unlicensed.getMessage()));
        }
        for (Task task : open(requestNumber)) {
            assignments.requeued(task.getId(), to.queue());
            if (to.assignee() != null) {
                assignments.moved(task.getId(), to.assignee(), "Sent another way: " + to.reason(), clock.instant());
            } else {
                place(task, to);
            }
        }
    }

    private void place(Task task, Way to) {
        taskWork.of(task.getId(), task.getName(), to.queue(), tasks.getVariables(task.getId()))
                .map(work -> placing.place(work, ""))
                .ifPresent(place -> {
                    if (place.assigned()) {
                        tasks.setAssignee(task.getId(), place.userId());
                    }
                    assignments.moved(
                            task.getId(),
                            place.assigned() ? place.userId() : null,
                            "Sent another way: " + to.reason() + " " + place.reason(),
                            clock.instant());
                });
    }

    private Optional<Execution> rerouting(String requestNumber) {
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(requestNumber)
                .messageEventSubscriptionName(RequestMessages.REQUEST_REROUTED)
                .list()
                .stream()
                .findFirst();
    }

    private List<ProcessInstance> instances(String requestNumber) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(requestNumber)
                .list();
    }

    private List<Task> open(String requestNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(requestNumber).list();
    }
}

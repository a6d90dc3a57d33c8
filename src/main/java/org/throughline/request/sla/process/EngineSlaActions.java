package org.throughline.request.sla.process;

import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.EventSubscription;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.IdentityLink;
import org.operaton.bpm.engine.task.IdentityLinkType;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestMessages;
import org.throughline.request.sla.SlaActions;
import org.throughline.request.sla.WatchedRequest;

/** What is done about a clock that runs out, on tasks and by the process {@code escalation}. */
@Component
class EngineSlaActions implements SlaActions {

    private static final String ESCALATION = "escalation";

    /** Not the number itself: work under the number of a request would count as work on the request. */
    private static final String KEY_PREFIX = "ESC-";

    /** A partner's own process under the request's number: its task is never offered to anybody of the agency. */
    private static final String AT_A_PARTNER = "partner-assignment";

    private static final int STEP = 10;
    private static final int HIGHEST = 130;

    private static final List<String> TAKEN_OVER = List.of(
            RequestVariables.REQUEST_NUMBER.name(),
            RequestVariables.CLIENT_NAME.name(),
            RequestVariables.WORK_TYPE.name(),
            RequestVariables.PRIORITY.name(),
            RequestVariables.QUEUE.name(),
            RequestVariables.SLA_DUE_AT.name());

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem system;

    EngineSlaActions(RuntimeService runtime, TaskService tasks, AsSystem system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public void remind(String requestNumber, String sentence, Instant now) {
        system.call(() -> {
            List<Task> open = open(requestNumber);
            for (Task task : open) {
                task.setPriority(Math.min(HIGHEST, task.getPriority() + STEP));
                task.setFollowUpDate(Date.from(now));
                tasks.saveTask(task);
                tasks.createComment(task.getId(), task.getProcessInstanceId(), sentence);
            }
            return open.size();
        });
    }

    @Override
    public void escalate(WatchedRequest request, String whatHappened) {
        system.call(() -> {
            Map<String, Object> start = new HashMap<>(runtime.getVariables(request.processInstanceId(), TAKEN_OVER));
            EscalationVariables.WHAT_HAPPENED.put(start, whatHappened + whoHasIt(request.number()));
            return runtime.startProcessInstanceByKey(ESCALATION, KEY_PREFIX + request.number(), start);
        });
    }

    private String whoHasIt(String requestNumber) {
        String waiting = open(requestNumber).stream()
                .map(task -> task.getName()
                        + (task.getAssignee() == null
                                ? ", which nobody has claimed (/operaton/app/tasklist/default/#/?task="
                                : ", which " + task.getAssignee()
                                        + " has claimed (/operaton/app/tasklist/default/#/?task=")
                        + task.getId() + ")")
                .collect(Collectors.joining("; "));
        return waiting.isEmpty()
                ? " It waits for no person: see the Request tab for what it waits for."
                : " It waits at: " + waiting + ".";
    }

    @Override
    public void reassign(String requestNumber, @Nullable String queue, @Nullable String assignee) {
        if (queue == null && assignee == null) {
            throw new IllegalArgumentException("Choose the queue or the person who takes the request over.");
        }
        system.call(() -> {
            if (queue != null) {
                instances(requestNumber).stream()
                        .filter(instance -> !AT_A_PARTNER.equals(instance.getProcessDefinitionKey()))
                        .forEach(instance ->
                                runtime.setVariable(instance.getId(), RequestVariables.QUEUE.name(), queue));
            }
            List<Task> open = open(requestNumber).stream()
                    .filter(task -> !task.getProcessDefinitionId().startsWith(AT_A_PARTNER + ":"))
                    .toList();
            for (Task task : open) {
                if (queue != null) {
                    offer(task.getId(), queue);
                }
                tasks.setAssignee(task.getId(), assignee);
            }
            return open.size();
        });
    }

    private void offer(String taskId, String queue) {
        for (IdentityLink link : tasks.getIdentityLinksForTask(taskId)) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType()) && link.getGroupId() != null) {
                tasks.deleteCandidateGroup(taskId, link.getGroupId());
            }
        }
        tasks.addCandidateGroup(taskId, queue);
    }

    @Override
    public void closed(String requestNumber) {
        system.call(() -> {
            List<EventSubscription> waiting = instances(KEY_PREFIX + requestNumber).stream()
                    .flatMap(instance -> runtime
                            .createEventSubscriptionQuery()
                            .processInstanceId(instance.getId())
                            .eventType("message")
                            .eventName(RequestMessages.REQUEST_CLOSED)
                            .list()
                            .stream())
                    .toList();
            waiting.forEach(one -> runtime.messageEventReceived(RequestMessages.REQUEST_CLOSED, one.getExecutionId()));
            return waiting.size();
        });
    }

    private List<Task> open(String requestNumber) {
        return tasks.createTaskQuery().processInstanceBusinessKey(requestNumber).list();
    }

    private List<ProcessInstance> instances(String businessKey) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .list();
    }
}

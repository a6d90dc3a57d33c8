package org.throughline.request.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.Task;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.throughline.platform.NumberSeries;
import org.throughline.platform.Numbers;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.BesideRequest;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestMessages;
import org.throughline.request.ServiceRequests;
import org.throughline.request.sla.process.DueDates;

/** Service requests as instances of the process {@code service-request}. */
@Component
class EngineServiceRequests implements ServiceRequests {

    private static final String PROCESS = "service-request";
    private static final String MESSAGE_TO_REQUESTER = "message-to-requester";

    /** As the models set it on new tasks. */
    private static final Map<String, Integer> TASK_PRIORITIES = Map.of("P1", 100, "P2", 75, "P3", 50);

    private static final int LOWEST = 25;

    private static final int LONGEST_CHANGE = 3900;

    /** Facts that the license hangs on: the gate asks again whenever somebody takes or completes a task. */
    private static final Set<String> KEPT_FACTS = Set.of("surplusLines", "commercial");

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Numbers numbers;
    private final DueDates dueDates;
    private final AsSystem system;

    EngineServiceRequests(
            RuntimeService runtime, TaskService tasks, Numbers numbers, DueDates dueDates, AsSystem system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.numbers = numbers;
        this.dueDates = dueDates;
        this.system = system;
    }

    @Override
    public String open(Map<String, Object> variables, Map<String, Object> facts) {
        String number = numbers.next(NumberSeries.SR);
        VariableMap start = Variables.createVariables();
        facts.forEach(
                (name, value) -> start.putValueTyped(name, Variables.untypedValue(value, !KEPT_FACTS.contains(name))));
        start.putAll(variables);
        RequestVariables.REQUEST_NUMBER.put(start, number);
        system.call(() -> runtime.startProcessInstanceByKey(PROCESS, number, start));
        return number;
    }

    @Override
    public boolean isOpen(String requestNumber) {
        return runtime.createProcessInstanceQuery()
                        .processDefinitionKey(PROCESS)
                        .processInstanceBusinessKey(requestNumber)
                        .count()
                > 0;
    }

    @Override
    public void raise(String requestNumber, String priority, long minutes) {
        system.call(() -> {
            dueDates.sooner(requestNumber, priority, minutes);
            List<Task> waiting = tasks.createTaskQuery()
                    .processInstanceBusinessKey(requestNumber)
                    .list();
            for (Task task : waiting) {
                task.setPriority(TASK_PRIORITIES.getOrDefault(priority, LOWEST));
                tasks.saveTask(task);
            }
            return waiting.size();
        });
    }

    @Override
    public boolean isWaitingForAnswer(String requestNumber) {
        return runtime.createExecutionQuery()
                        .processInstanceBusinessKey(requestNumber)
                        .messageEventSubscriptionName(RequestMessages.CLIENT_ANSWERED)
                        .count()
                > 0;
    }

    @Override
    public boolean messageReceived(String requestNumber, String inboundItemId, boolean fromCarrier) {
        String answers = fromCarrier ? RequestMessages.CARRIER_WROTE : RequestMessages.CLIENT_ANSWERED;
        Map<String, Object> item = Map.of(RequestVariables.LATEST_ITEM_ID.name(), inboundItemId);
        return system.call(() -> correlate(answers, requestNumber, item)
                || correlate(RequestMessages.MESSAGE_RECEIVED, requestNumber, item));
    }

    @Override
    public Optional<Map<String, Object>> variables(String requestNumber) {
        return system.call(() -> runtime
                .createProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(requestNumber)
                .list()
                .stream()
                .findFirst()
                .map(instance -> runtime.getVariables(instance.getId())));
    }

    @Override
    public void messageWritten(String requestNumber) {
        VariableMap start = Variables.createVariables();
        RequestVariables.REQUEST_NUMBER.put(start, requestNumber);
        system.call(() ->
                runtime.startProcessInstanceByKey(MESSAGE_TO_REQUESTER, BesideRequest.MESSAGE + requestNumber, start));
    }

    @Override
    public boolean withdraw(String requestNumber) {
        return system.call(() -> correlate(RequestMessages.REQUEST_WITHDRAWN, requestNumber, Map.of()));
    }

    @Override
    public void policyChanged(String requestNumber, String whatChanged) {
        String text = whatChanged.length() <= LONGEST_CHANGE ? whatChanged : whatChanged.substring(0, LONGEST_CHANGE);
        system.call(() -> correlate(
                RequestMessages.POLICY_CHANGED,
                requestNumber,
                Map.of(ServiceRequestVariables.POLICY_CHANGE.name(), text)));
    }

    /** One subscriber is enough: a request asks one question at a time. */
    private boolean correlate(String message, String requestNumber, Map<String, Object> said) {
        return runtime
                .createExecutionQuery()
                .processInstanceBusinessKey(requestNumber)
                .messageEventSubscriptionName(message)
                .list()
                .stream()
                .findFirst()
                .map(waiting -> {
                    runtime.messageEventReceived(message, waiting.getId(), said);
                    return true;
                })
                .orElse(false);
    }
}

package org.throughline.worklist.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.engine.AsSystem;
import org.throughline.worklist.Rebalances;
import org.throughline.worklist.Rebalances.Move;
import org.throughline.worklist.Rebalances.Run;
import org.throughline.worklist.Rebalancing;

/** Runs as the process {@code rebalance}, which survives a node and is seen in Cockpit. */
@Component
class EngineRebalancing implements Rebalancing {

    private static final String PROCESS = "rebalance";

    private final TaskService tasks;
    private final RuntimeService runtime;
    private final Rebalances rebalances;
    private final AsSystem system;
    private final AgencyProfile agency;
    private final Clock clock;

    EngineRebalancing(
            TaskService tasks,
            RuntimeService runtime,
            Rebalances rebalances,
            AsSystem system,
            AgencyProfile agency,
            Clock clock) {
        this.tasks = tasks;
        this.runtime = runtime;
        this.rebalances = rebalances;
        this.system = system;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    @Transactional
    public String start(String userId, String reason, String startedBy) {
        List<Task> open = system.call(() -> OwnTasks.only(tasks.createTaskQuery(), agency)
                .taskAssignee(userId)
                .orderByDueDate()
                .asc()
                .list());
        Map<String, String> requests = requests(open);
        List<Move> moves = open.stream()
                .map(task -> new Move(
                        task.getId(),
                        requests.getOrDefault(task.getProcessInstanceId(), ""),
                        Objects.requireNonNullElse(task.getName(), ""),
                        null,
                        null,
                        null))
                .toList();
        String id = UUID.randomUUID().toString();
        rebalances.open(
                new Run(id, userId, reason, startedBy, OffsetDateTime.now(clock), null, moves.size(), 0, 0, 0), moves);
        Map<String, Object> variables = new HashMap<>();
        RebalanceVariables.REBALANCE_ID.put(variables, id);
        system.call(() -> runtime.startProcessInstanceByKey(PROCESS, id, variables));
        return id;
    }

    /** The request's number is the business key of its instances; asked for all at once. */
    private Map<String, String> requests(List<Task> open) {
        if (open.isEmpty()) {
            return Map.of();
        }
        Set<String> instances = open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet());
        return system
                .call(() -> runtime.createProcessInstanceQuery()
                        .processInstanceIds(instances)
                        .list())
                .stream()
                .filter(instance -> instance.getBusinessKey() != null)
                .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
    }
}

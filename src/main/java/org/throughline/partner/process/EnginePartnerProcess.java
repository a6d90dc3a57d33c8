package org.throughline.partner.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.Execution;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerProcess;
import org.throughline.partner.PartnerRefused;
import org.throughline.platform.engine.AsSystem;

/** Partners' work as instances of {@code partner-assignment}, each called by the process that offers it. */
@Component
class EnginePartnerProcess implements PartnerProcess {

    private static final String ACCEPT_WORK = "Task_AcceptWork";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final AsSystem system;

    EnginePartnerProcess(RuntimeService runtime, TaskService tasks, AsSystem system) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.system = system;
    }

    @Override
    public void decline(PartnerAssignment assignment, String reason, String person) {
        Map<String, Object> answer =
                Map.of(PartnerVariables.ACCEPTANCE.name(), "DECLINE", PartnerVariables.PARTNER_REASON.name(), reason);
        @Nullable Task offer = system.call(() -> openOffer(assignment));
        if (offer != null) {
            if (offer.getAssignee() == null) {
                tasks.claim(offer.getId(), person);
            } else if (!offer.getAssignee().equals(person)) {
                throw new PartnerRefused("Your colleague " + offer.getAssignee() + " has claimed this offer.");
            }
            tasks.complete(offer.getId(), answer);
            return;
        }
        @Nullable Execution waiting = system.call(() -> waitingSystem(assignment));
        if (waiting == null) {
            throw new PartnerRefused("This work cannot be declined any more. Return it instead, with a reason.");
        }
        system.call(() -> {
            runtime.messageEventReceived(PartnerNames.DECLINED, waiting.getId(), answer);
            return waiting;
        });
    }

    private @Nullable Task openOffer(PartnerAssignment assignment) {
        @Nullable ProcessInstance instance = instance(assignment);
        return instance == null
                ? null
                : tasks.createTaskQuery()
                        .processInstanceId(instance.getId())
                        .taskDefinitionKey(ACCEPT_WORK)
                        .singleResult();
    }

    private @Nullable Execution waitingSystem(PartnerAssignment assignment) {
        @Nullable ProcessInstance instance = instance(assignment);
        return instance == null
                ? null
                : runtime.createExecutionQuery()
                        .processInstanceId(instance.getId())
                        .messageEventSubscriptionName(PartnerNames.DECLINED)
                        .singleResult();
    }

    private @Nullable ProcessInstance instance(PartnerAssignment assignment) {
        return runtime.createProcessInstanceQuery()
                .superProcessInstanceId(assignment.process())
                .processDefinitionKey(PartnerNames.ASSIGNMENT)
                .singleResult();
    }
}

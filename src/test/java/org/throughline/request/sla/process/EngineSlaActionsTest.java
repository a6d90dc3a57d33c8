package org.throughline.request.sla.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.throughline.platform.engine.AsSystem;

class EngineSlaActionsTest {

    private static final String NUMBER = "SR-2026-000001";

    @SuppressWarnings("NullAway.Init")
    private ProcessEngine engine;

    @BeforeEach
    void startEngine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("late-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("work.bpmn", model("general-service", "account-managers"))
                .addModelInstance("partner.bpmn", model("partner-assignment", "partner-licensed"))
                .deploy();
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    private static BpmnModelInstance model(String process, String queue) {
        return Bpmn.createExecutableProcess(process)
                .startEvent()
                .userTask()
                .operatonCandidateGroups(queue)
                .endEvent()
                .done();
    }

    @Test
    void offersNobodyOfTheAgencyWhatAPartnerHas() {
        engine.getRuntimeService().startProcessInstanceByKey("general-service", NUMBER);
        engine.getRuntimeService().startProcessInstanceByKey("partner-assignment", NUMBER);
        EngineSlaActions actions = new EngineSlaActions(
                engine.getRuntimeService(), engine.getTaskService(), new AsSystem(engine.getIdentityService()));

        actions.reassign(NUMBER, "producers", "priya");

        assertThat(tasks("producers", "priya")).containsExactly("general-service");
        assertThat(tasks("partner-licensed", null)).containsExactly("partner-assignment");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskAssignee("priya")
                        .count())
                .isEqualTo(1);
    }

    private List<String> tasks(String queue, @Nullable String assignee) {
        return engine.getTaskService().createTaskQuery().list().stream()
                .filter(task -> Objects.equals(task.getAssignee(), assignee))
                .filter(task -> engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .anyMatch(link -> queue.equals(link.getGroupId())))
                .map(task -> task.getProcessDefinitionId().replaceAll(":.*", ""))
                .toList();
    }
}

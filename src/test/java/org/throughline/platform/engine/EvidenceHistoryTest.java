package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.history.HistoricDetail;
import org.operaton.bpm.engine.history.HistoricJobLog;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.operaton.bpm.engine.history.HistoricVariableUpdate;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.model.bpmn.Bpmn;

class EvidenceHistoryTest {

    private static final String WORK = "work";

    @SuppressWarnings("NullAway.Init")
    private static ProcessEngine engine;

    private static boolean broken;

    @BeforeAll
    static void startEngine() {
        engine = start("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "evidence");
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "work.bpmn",
                        Bpmn.createExecutableProcess(WORK)
                                .startEvent()
                                .serviceTask("Task_Work")
                                .operatonAsyncBefore()
                                .operatonDelegateExpression("${work}")
                                .userTask("Task_Look")
                                .endEvent()
                                .done())
                .deploy();
    }

    private static ProcessEngine start(String database, String level) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("evidence-" + UUID.randomUUID());
        configuration.setJdbcUrl(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(level);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new EvidenceHistoryPlugin());
        configuration.setBeans(Map.of("work", (JavaDelegate) execution -> {
            if (broken) {
                throw new IllegalStateException("broken");
            }
            execution.setVariable("status", "READY");
            execution.setVariable("amount", 2L);
            execution.setVariable("found", "once");
        }));
        return configuration.buildProcessEngine();
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @AfterEach
    void cleanUp() {
        broken = false;
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void keepsEveryValueButTheMachinesFirstOneOnlyOnce() {
        String instance = started();
        runJob(instance);

        assertThat(values(instance)).containsEntry("found", "once").containsEntry("amount", 2L);
        assertThat(details(instance, "found")).isEmpty();
        assertThat(details(instance, "amount")).containsExactly(2L);
    }

    @Test
    void keepsEachStatusOfARequest() {
        String instance = started();
        runJob(instance);

        assertThat(details(instance, "status")).containsExactly("NEW", "READY");
    }

    @Test
    void keepsWhatAPersonEnters() {
        String instance = started();
        runJob(instance);
        engine.getIdentityService().setAuthenticatedUserId("maria");

        engine.getTaskService()
                .complete(
                        engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceId(instance)
                                .singleResult()
                                .getId(),
                        Map.of("decision", "ISSUE"));

        assertThat(details(instance, "decision")).containsExactly("ISSUE");
    }

    @Test
    void keepsTheFailuresOfAJob() {
        String instance = started();
        broken = true;
        assertThatThrownBy(() -> runJob(instance)).hasMessageContaining("broken");
        broken = false;
        runJob(instance);

        assertThat(engine.getHistoryService()
                        .createHistoricJobLogQuery()
                        .processInstanceId(instance)
                        .list())
                .extracting(HistoricJobLog::isFailureLog)
                .containsExactly(true);
    }

    @Test
    void takesOverADatabaseThatWasKeptInFull() {
        String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
        start(database, "full").close();

        ProcessEngine later = start(database, "evidence");

        assertThat(later.getManagementService().getHistoryLevel()).isEqualTo(3);
        later.close();
    }

    private static String started() {
        return engine.getRuntimeService()
                .startProcessInstanceByKey(WORK, Map.of("status", "NEW", "amount", 1L))
                .getId();
    }

    private static void runJob(String instance) {
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .processInstanceId(instance)
                        .singleResult()
                        .getId());
    }

    private static Map<String, Object> values(String instance) {
        return engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(
                        HistoricVariableInstance::getName, HistoricVariableInstance::getValue));
    }

    private static List<@Nullable Object> details(String instance, String variable) {
        return engine
                .getHistoryService()
                .createHistoricDetailQuery()
                .processInstanceId(instance)
                .variableUpdates()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .map(EvidenceHistoryTest::update)
                .filter(update -> update.getVariableName().equals(variable))
                .<@Nullable Object>map(HistoricVariableUpdate::getValue)
                .toList();
    }

    private static HistoricVariableUpdate update(HistoricDetail detail) {
        return (HistoricVariableUpdate) detail;
    }
}

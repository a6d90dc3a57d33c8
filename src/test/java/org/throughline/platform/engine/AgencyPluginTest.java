package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.history.HistoricProcessInstance;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.TransactionState;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.runtime.Job;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.TestAgency;

/** For whom the engine works: each instance for the agency that began it, whoever drives it on. */
class AgencyPluginTest {

    private static final Agency MAIN = TestAgency.PROFILE;
    private static final Agency BRANCH = TestAgency.branch("bayside");

    private final Agencies agencies = new Agencies(List.of(MAIN, BRANCH));
    private final List<String> heard = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private ProcessEngine engine;

    @BeforeEach
    void startEngine() {
        StandaloneInMemProcessEngineConfiguration configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("agencies-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new AgencyPlugin(agencies));
        Map<Object, Object> beans = Map.of(
                "work", (JavaDelegate) execution -> note("delegate"),
                "later",
                        (JavaDelegate) execution -> {
                            note("job");
                            Context.getCommandContext()
                                    .getTransactionContext()
                                    .addTransactionListener(TransactionState.COMMITTING, context -> note("commit"));
                        },
                "listener", (ExecutionListener) execution -> note("listener"),
                "onTask", (TaskListener) task -> note("task"),
                "ear", new Ear(this::note));
        configuration.setBeans(beans);
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "inner.bpmn",
                        Bpmn.createExecutableProcess("inner")
                                .startEvent()
                                .operatonExecutionListenerDelegateExpression("end", "${listener}")
                                .serviceTask()
                                .operatonExpression("${ear.hear()}")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "outer.bpmn",
                        Bpmn.createExecutableProcess("outer")
                                .startEvent()
                                .serviceTask()
                                .operatonDelegateExpression("${work}")
                                .callActivity()
                                .calledElement("inner")
                                .serviceTask()
                                .operatonAsyncBefore()
                                .operatonDelegateExpression("${later}")
                                .userTask("wait")
                                .operatonTaskListenerDelegateExpression("complete", "${onTask}")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void stopEngine() {
        engine.close();
    }

    /** What an expression calls; the engine wants it public. */
    public record Ear(Consumer<String> note) {

        public void hear() {
            note.accept("expression");
        }
    }

    private void note(String where) {
        heard.add(where + " " + agencies.current().tenant());
    }

    @Test
    void anInstanceIsOfTheAgencyThatBeginsItAndSoIsAllThatRunsInIt() {
        AgencyScope.run(BRANCH, () -> engine.getRuntimeService().startProcessInstanceByKey("outer"));
        engine.getRuntimeService().startProcessInstanceByKey("outer");

        assertThat(heard)
                .containsExactly(
                        "delegate bayside",
                        "listener bayside",
                        "expression bayside",
                        "delegate harborline",
                        "listener harborline",
                        "expression harborline");
        assertThat(engine.getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .list())
                .extracting(HistoricProcessInstance::getTenantId)
                .containsExactlyInAnyOrder("bayside", "bayside", "harborline", "harborline");
    }

    @Test
    void aJobWorksForItsAgencyUntilItsCommitAndNoLonger() {
        AgencyScope.run(BRANCH, () -> engine.getRuntimeService().startProcessInstanceByKey("outer"));
        heard.clear();
        Job job = engine.getManagementService().createJobQuery().singleResult();

        engine.getManagementService().executeJob(job.getId());

        assertThat(heard).containsExactly("job bayside", "commit bayside");
        assertThat(AgencyScope.current()).isEmpty();
    }

    @Test
    void aTimerStillRepeats() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "repeating.bpmn",
                        Bpmn.createExecutableProcess("repeating")
                                .startEvent()
                                .userTask("wait")
                                .boundaryEvent()
                                .cancelActivity(false)
                                .timerWithCycle("R3/PT1H")
                                .serviceTask()
                                .operatonDelegateExpression("${work}")
                                .endEvent()
                                .moveToActivity("wait")
                                .endEvent()
                                .done())
                .deploy();
        AgencyScope.run(BRANCH, () -> engine.getRuntimeService().startProcessInstanceByKey("repeating"));

        for (int time = 0; time < 2; time++) {
            engine.getManagementService()
                    .executeJob(engine.getManagementService()
                            .createJobQuery()
                            .singleResult()
                            .getId());
        }

        assertThat(heard).containsExactly("delegate bayside", "delegate bayside");
        assertThat(engine.getManagementService().createJobQuery().count()).isEqualTo(1);
    }

    @Test
    void whoCompletesATaskOfAnotherAgencyWorksForThatOneWithin() {
        AgencyScope.run(BRANCH, () -> engine.getRuntimeService().startProcessInstanceByKey("outer"));
        engine.getManagementService()
                .executeJob(engine.getManagementService()
                        .createJobQuery()
                        .singleResult()
                        .getId());
        heard.clear();

        AgencyScope.run(MAIN, () -> {
            engine.getTaskService()
                    .complete(engine.getTaskService()
                            .createTaskQuery()
                            .singleResult()
                            .getId());
            note("after");
        });

        assertThat(heard).containsExactly("task bayside", "after harborline");
    }

    @Test
    void workOfAnAgencyThatIsNotSetUpAnyMoreSaysSo() {
        Agency closed = TestAgency.branch("hillside");
        assertThatThrownBy(() ->
                        AgencyScope.run(closed, () -> engine.getRuntimeService().startProcessInstanceByKey("outer")))
                .hasMessageContaining("hillside")
                .hasMessageContaining("throughline.agencies");
    }
}

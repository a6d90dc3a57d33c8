package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.context.Context;
import org.operaton.bpm.engine.impl.interceptor.Command;
import org.operaton.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.operaton.bpm.model.bpmn.Bpmn;

class DefinitionLookupPluginTest {

    private static final String WORK = "work";

    private final AtomicLong nanoTime = new AtomicLong(1);
    private final StandaloneInMemProcessEngineConfiguration configuration =
            new StandaloneInMemProcessEngineConfiguration();

    @SuppressWarnings("NullAway.Init")
    private ProcessEngine engine;

    @SuppressWarnings("NullAway.Init")
    private String jobDefinition;

    @SuppressWarnings("NullAway.Init")
    private String processDefinition;

    @BeforeEach
    void startEngine() {
        configuration.setProcessEngineName("lookups-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.getProcessEnginePlugins().add(new DefinitionLookupPlugin(nanoTime::get));
        engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "work.bpmn",
                        Bpmn.createExecutableProcess(WORK)
                                .startEvent()
                                .operatonAsyncBefore()
                                .endEvent()
                                .done())
                .deploy();
        jobDefinition = engine.getManagementService()
                .createJobDefinitionQuery()
                .singleResult()
                .getId();
        processDefinition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult()
                .getId();
    }

    @AfterEach
    void stopEngine() {
        Context.removeJobExecutorContext();
        engine.close();
    }

    @Test
    void aJobsLookUpOfAMomentAgoServesTheNextJob() {
        assertThat(inAJob(this::jobDefinitionIsSuspended)).isFalse();
        engine.getManagementService().suspendJobDefinitionById(jobDefinition);

        assertThat(inAJob(this::jobDefinitionIsSuspended)).isFalse();
        nanoTime.addAndGet(RecentDefinitions.FRESH.toNanos());
        assertThat(inAJob(this::jobDefinitionIsSuspended)).isTrue();
    }

    @Test
    void whoeverIsNoJobAlwaysReads() {
        assertThat(inAJob(this::jobDefinitionIsSuspended)).isFalse();
        engine.getManagementService().suspendJobDefinitionById(jobDefinition);

        assertThat(jobDefinitionIsSuspended()).isTrue();
    }

    @Test
    void aPersonsChangeOfAJobDefinitionIsKept() {
        assertThat(inAJob(this::jobDefinitionIsSuspended)).isFalse();

        engine.getManagementService().setOverridingJobPriorityForJobDefinition(jobDefinition, 7);

        assertThat(engine.getManagementService()
                        .createJobDefinitionQuery()
                        .singleResult()
                        .getOverridingJobPriority())
                .isEqualTo(7L);
    }

    @Test
    void aSuspendedProcessIsSuspendedForJobsAMomentLaterAndForPeopleAtOnce() {
        assertThat(inAJob(this::processDefinitionIsSuspended)).isFalse();
        engine.getRepositoryService().suspendProcessDefinitionById(processDefinition);

        assertThat(processDefinitionIsSuspended()).isTrue();
        assertThat(inAJob(this::processDefinitionIsSuspended)).isTrue();
        engine.getRepositoryService().activateProcessDefinitionById(processDefinition);
        nanoTime.addAndGet(RecentDefinitions.FRESH.toNanos());
        assertThat(inAJob(this::processDefinitionIsSuspended)).isFalse();
    }

    @Test
    void aTableDeployedNowServesJobsAMomentLaterAndPeopleAtOnce() {
        deployTable();
        assertThat(inAJob(() -> version() == 1)).isTrue();
        deployTable();

        assertThat(version()).isEqualTo(2);
        assertThat(inAJob(() -> version() == 1)).isTrue();
        nanoTime.addAndGet(RecentDefinitions.FRESH.toNanos());
        assertThat(inAJob(() -> version() == 2)).isTrue();
    }

    private void deployTable() {
        try (InputStream table = Files.newInputStream(Path.of("dmn/routing/sampling-rate.dmn"))) {
            engine.getRepositoryService()
                    .createDeployment()
                    .addInputStream("sampling-rate.dmn", table)
                    .deploy();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private int version() {
        return inTransaction(context -> configuration
                .getDeploymentCache()
                .findDeployedLatestDecisionDefinitionByKey("sampling-rate")
                .getVersion());
    }

    private boolean inAJob(BooleanSupplier question) {
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            return question.getAsBoolean();
        } finally {
            Context.removeJobExecutorContext();
        }
    }

    private boolean jobDefinitionIsSuspended() {
        return inTransaction(context ->
                context.getJobDefinitionManager().findById(jobDefinition).isSuspended());
    }

    private boolean processDefinitionIsSuspended() {
        return inTransaction(context -> configuration
                .getDeploymentCache()
                .findDeployedProcessDefinitionById(processDefinition)
                .isSuspended());
    }

    private <T> T inTransaction(Command<T> command) {
        return Objects.requireNonNull(
                configuration.getCommandExecutorTxRequired().execute(command));
    }
}

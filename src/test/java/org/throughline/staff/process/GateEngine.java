package org.throughline.staff.process;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.authorization.Groups;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.throughline.platform.transactions.AfterRollback;
import org.throughline.staff.FileActRules;
import org.throughline.staff.GateModels;
import org.throughline.staff.InMemoryLicenseChecks;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.RefusedAttempts;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffLicenseGate;

/** A process engine with the license gate: one process for each act, whose licensed step is followed by a clerical one. */
final class GateEngine implements AutoCloseable {

    static final String ACT = GateModels.ACT;
    static final String NEXT = GateModels.NEXT;
    static final String ERROR = GateModels.ERROR;

    private final ProcessEngine engine;
    private final InMemoryLicenseChecks checks = new InMemoryLicenseChecks();
    private final AfterRollback afterRollback = new AfterRollback();
    private final RefusedAttempts attempts = new RefusedAttempts(checks, afterRollback);

    GateEngine(Staff staff, Clock clock) {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("license-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration.setEnableCmdExceptionLogging(false);
        configuration
                .getProcessEnginePlugins()
                .add(new LicensePlugin(
                        new StaffLicenseGate(staff, clock), checks, attempts, new FileActRules(), clock));
        engine = configuration.buildProcessEngine();
    }

    ProcessEngine engine() {
        return engine;
    }

    List<LicenseCheck> checks() {
        return checks.all();
    }

    /** @param act value of the property; null for none */
    void deploy(String process, @Nullable String act) {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(process + ".bpmn", GateModels.of(process, act))
                .deploy();
    }

    /** Starts a process as the system does. @return the id of its licensed task */
    String start(String process, Map<String, Object> variables) {
        engine.getIdentityService().clearAuthentication();
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(process, variables)
                .getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    void as(String userId) {
        engine.getIdentityService().setAuthenticatedUserId(userId);
    }

    void asAdministrator() {
        engine.getIdentityService().setAuthentication("admin", List.of(Groups.OPERATON_ADMIN));
    }

    /** Whether an instance has come to the step after the licensed one. */
    boolean passed(String instance) {
        return engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(NEXT)
                        .count()
                > 0;
    }

    /** Whether the licensed step is still waiting. */
    boolean waits(String instance) {
        return engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceId(instance)
                        .taskDefinitionKey(ACT)
                        .count()
                > 0;
    }

    @Override
    public void close() {
        engine.close();
        afterRollback.destroy();
    }
}

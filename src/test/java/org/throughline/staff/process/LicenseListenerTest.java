package org.throughline.staff.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.operaton.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.instance.UserTask;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperties;
import org.operaton.bpm.model.bpmn.instance.operaton.OperatonProperty;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.StaffLicenseGate;

class LicenseListenerTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneId.of("America/Chicago"));
    private static final Map<String, Object> TEXAS =
            Map.of("licenseRequired", true, "licenseState", "TX", "licenseLines", "CASUALTY");

    @SuppressWarnings("NullAway.Init")
    private static ProcessEngine engine;

    @BeforeAll
    static void startEngine() {
        var configuration = new StandaloneInMemProcessEngineConfiguration();
        configuration.setProcessEngineName("license-" + UUID.randomUUID());
        configuration.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID());
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutorActivate(false);
        configuration
                .getProcessEnginePlugins()
                .add(new LicensePlugin(new StaffLicenseGate(InMemoryStaff.ofPracticeAgency(NOW), NOW), NOW));
        engine = configuration.buildProcessEngine();
        deploy("issue", "AUTHORIZE_CERTIFICATE");
        deploy("file", "CLERICAL");
    }

    @AfterAll
    static void stopEngine() {
        engine.close();
    }

    @AfterEach
    void logOut() {
        engine.getIdentityService().clearAuthentication();
    }

    @Test
    void letsALicensedPersonClaimAndCompleteAndKeepsTheEvidence() {
        String task = start("issue", TEXAS);

        as("maria");
        engine.getTaskService().claim(task, "maria");
        engine.getTaskService().complete(task);

        List<String> evidence = engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("licenseEvidence")
                .list()
                .stream()
                .map(HistoricVariableInstance::getValue)
                .map(Object::toString)
                .toList();
        assertThat(evidence).containsExactly("maria TX-3300137 TX CASUALTY 2026-11-23T14:05:00-06:00");
    }

    @Test
    void refusesAnUnlicensedPersonOnClaimAndOnComplete() {
        String task = start("issue", TEXAS);

        as("devon");

        assertThatThrownBy(() -> engine.getTaskService().claim(task, "devon"))
                .hasMessageStartingWith("Devon Reed holds no active license. This step needs CASUALTY (TX).");
        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasMessageStartingWith("Devon Reed holds no");
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskId(task)
                        .singleResult()
                        .getAssignee())
                .isNull();
    }

    @Test
    void isNotTalkedOutOfTheLicenseByTheAnswersOfTheForm() {
        String task = start("issue", TEXAS);

        as("devon");

        assertThatThrownBy(() -> engine.getTaskService().complete(task, Map.of("licenseRequired", false)))
                .hasMessageContaining("Devon Reed");
    }

    @Test
    void refusesToAssignAPersonWhoseLicenseExpired() {
        String task = start(
                "issue", Map.of("licenseRequired", true, "licenseState", "NM", "licenseLines", "PROPERTY,CASUALTY"));

        as("nora");

        assertThatThrownBy(() -> engine.getTaskService().setAssignee(task, "hector"))
                .hasMessageContaining("NM-3399001 expired");
    }

    @Test
    void refusesWhereNobodyIsLoggedIn() {
        String task = start("issue", TEXAS);

        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasMessageContaining("nobody is logged in");
    }

    @Test
    void leavesClericalTasksAndActsWithoutANeedAlone() {
        as("devon");
        String clerical = start("file", TEXAS);
        String free = start("issue", Map.of("licenseRequired", false));

        engine.getTaskService().claim(clerical, "devon");
        engine.getTaskService().complete(clerical);
        engine.getTaskService().complete(free);

        assertThat(engine.getTaskService().createTaskQuery().taskId(clerical).count())
                .isZero();
        assertThat(engine.getTaskService().createTaskQuery().taskId(free).count())
                .isZero();
    }

    private void as(String userId) {
        engine.getIdentityService().setAuthenticatedUserId(userId);
    }

    private String start(String process, Map<String, Object> variables) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey(process, variables)
                .getId();
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    private static void deploy(String process, String act) {
        var model = Bpmn.createExecutableProcess(process)
                .startEvent()
                .userTask("Task_Act")
                .endEvent()
                .done();
        OperatonProperties properties = model.newInstance(OperatonProperties.class);
        OperatonProperty property = model.newInstance(OperatonProperty.class);
        property.setOperatonName("act");
        property.setOperatonValue(act);
        properties.addChildElement(property);
        UserTask task = model.getModelElementById("Task_Act");
        task.builder().addExtensionElement(properties);
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(process + ".bpmn", model)
                .deploy();
    }
}

package org.throughline.staff.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.LicenseCheck;

class LicenseListenerTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneId.of("America/Chicago"));
    private static final Map<String, Object> TEXAS = Map.of(
            "workType", "CERT_LIABILITY", "licenseRequired", true, "licenseState", "TX", "licenseLines", "CASUALTY");

    private static final GateEngine GATE = new GateEngine(InMemoryStaff.ofPracticeAgency(NOW), NOW);
    private static final ProcessEngine ENGINE = GATE.engine();

    @BeforeAll
    static void deploy() {
        GATE.deploy("issue", "AUTHORIZE_CERTIFICATE");
        GATE.deploy("file", "CLERICAL");
        GATE.deploy("advise", "CLERICAL, ADVISE");
        GATE.deploy("unnamed", null);
        GATE.deploy("mistyped", "ADVICE");
    }

    @AfterAll
    static void stopEngine() {
        GATE.close();
    }

    @AfterEach
    void logOut() {
        ENGINE.getIdentityService().clearAuthentication();
    }

    @Test
    void letsALicensedPersonClaimAndCompleteAndKeepsTheEvidence() {
        String task = start("issue", TEXAS);

        as("maria");
        ENGINE.getTaskService().claim(task, "maria");
        ENGINE.getTaskService().complete(task);

        List<String> evidence = ENGINE
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .variableName("licenseEvidence")
                .taskIdIn(task)
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

        assertThatThrownBy(() -> ENGINE.getTaskService().claim(task, "devon"))
                .hasMessageStartingWith("Devon Reed holds no active license. This step needs CASUALTY (TX).");
        assertThatThrownBy(() -> ENGINE.getTaskService().complete(task)).hasMessageStartingWith("Devon Reed holds no");
        assertThat(ENGINE.getTaskService()
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

        assertThatThrownBy(() -> ENGINE.getTaskService().complete(task, Map.of("licenseRequired", false)))
                .hasMessageContaining("Devon Reed");
    }

    @Test
    void refusesToAssignAPersonWhoseLicenseExpired() {
        String task = start(
                "issue",
                Map.of(
                        "workType",
                        "CERT_LIABILITY",
                        "licenseRequired",
                        true,
                        "licenseState",
                        "NM",
                        "licenseLines",
                        "PROPERTY,CASUALTY"));

        as("nora");

        assertThatThrownBy(() -> ENGINE.getTaskService().setAssignee(task, "hector"))
                .hasMessageContaining("NM-3399001 expired");
    }

    @Test
    void refusesWhereNobodyIsLoggedIn() {
        String task = start("issue", TEXAS);

        assertThatThrownBy(() -> ENGINE.getTaskService().complete(task)).hasMessageContaining("nobody is logged in");
    }

    @Test
    void leavesClericalTasksAndActsWithoutANeedAlone() {
        as("devon");
        String clerical = start("file", TEXAS);
        String free = start("issue", request("CERT_LIABILITY", "TX", false));

        ENGINE.getTaskService().claim(clerical, "devon");
        ENGINE.getTaskService().complete(clerical);
        ENGINE.getTaskService().complete(free);

        assertThat(ENGINE.getTaskService().createTaskQuery().taskId(clerical).count())
                .isZero();
        assertThat(ENGINE.getTaskService().createTaskQuery().taskId(free).count())
                .isZero();
    }

    @Test
    void takesTheActsOfTheTaskAndNotTheTitleOfTheWork() {
        Map<String, Object> billing = request("BILLING_INQUIRY", "TX", false);
        String advice = start("advise", billing);
        String bad = start("mistyped", billing);
        String none = start("unnamed", billing);

        as("devon");

        for (String task : List.of(advice, bad, none)) {
            assertThatThrownBy(() -> ENGINE.getTaskService().claim(task, "devon"))
                    .hasMessageContaining("This step needs PERSONAL_LINES (TX).");
        }
    }

    @Test
    void keepsTheNeedWhateverIsWrittenIntoTheRequestLater() {
        String task = start("issue", TEXAS);

        as("devon");
        ENGINE.getTaskService()
                .setVariables(task, Map.of("licenseRequired", false, "workType", "PAYMENT", "licenseState", ""));
        ENGINE.getTaskService().setVariableLocal(task, "licenseRequired", false);

        assertThatThrownBy(() -> ENGINE.getTaskService().complete(task)).hasMessageContaining("CASUALTY (TX)");
    }

    @Test
    void recordsWhoWasAllowedAndWhoWasRefused() {
        Map<String, Object> request = new HashMap<>(TEXAS);
        request.put("requestNumber", "SR-2026-000777");
        String task = start("issue", request);

        as("devon");
        assertThatThrownBy(() -> ENGINE.getTaskService().complete(task)).isInstanceOf(LicenseRefused.class);
        as("maria");
        ENGINE.getTaskService().complete(task);

        assertThat(GATE.checks().stream().filter(check -> "SR-2026-000777".equals(check.request())))
                .extracting(check -> check.person() + " " + check.path() + " " + check.outcome() + " "
                        + check.licenses() + " " + check.state() + " " + check.lines() + " " + check.acts())
                .containsExactly(
                        "devon COMPLETE REFUSED  TX CASUALTY AUTHORIZE_CERTIFICATE",
                        "maria COMPLETE ALLOWED TX-3300137 TX CASUALTY AUTHORIZE_CERTIFICATE");
    }

    @Test
    void letsOnlyAnAdministratorMoveARequestPastTheStepAndRecordsIt() {
        String task = start("issue", TEXAS);
        String instance = ENGINE.getTaskService()
                .createTaskQuery()
                .taskId(task)
                .singleResult()
                .getProcessInstanceId();
        Runnable skip = () -> ENGINE.getRuntimeService()
                .createProcessInstanceModification(instance)
                .startAfterActivity(GateEngine.ACT)
                .cancelAllForActivity(GateEngine.ACT)
                .execute(true, true);

        as("maria");
        assertThatThrownBy(skip::run).hasMessageContaining("Only an administrator");
        ENGINE.getIdentityService().clearAuthentication();
        assertThatThrownBy(skip::run).hasMessageContaining("Only an administrator");
        assertThat(GATE.passed(instance)).isFalse();
        assertThat(GATE.checks())
                .filteredOn(check -> check.path() == LicenseCheck.Path.MODIFY)
                .extracting(check -> check.person() + " " + check.outcome())
                .containsExactly("maria REFUSED", "nobody REFUSED");

        GATE.asAdministrator();
        skip.run();

        assertThat(GATE.passed(instance)).isTrue();
        assertThat(GATE.checks().stream().filter(check -> check.task().equals(task)))
                .extracting(check -> check.person() + " " + check.path() + " " + check.reason())
                .containsExactly("admin MODIFY Moved on by an administrator; nobody did what this step is for.");
    }

    private static Map<String, Object> request(String workType, String state, boolean judgement) {
        return Map.of(
                "workType",
                workType,
                "state",
                state,
                "licenseState",
                state,
                "licenseRequired",
                judgement,
                "lineOfBusiness",
                "HOME");
    }

    private static void as(String userId) {
        GATE.as(userId);
    }

    private static String start(String process, Map<String, Object> variables) {
        return GATE.start(process, variables);
    }
}

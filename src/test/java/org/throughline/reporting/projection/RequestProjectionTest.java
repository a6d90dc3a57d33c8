package org.throughline.reporting.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.task.Task;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class RequestProjectionTest {

    private final ReportingEngine reporting = new ReportingEngine();
    private final ProcessEngine engine = reporting.engine();
    private final RuntimeService runtime = engine.getRuntimeService();
    private final TaskService tasks = engine.getTaskService();
    private final JdbcClient jdbc = reporting.jdbc();

    @BeforeEach
    void deployTheProcesses() {
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "service-request.bpmn",
                        Bpmn.createExecutableProcess("service-request")
                                .operatonHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .callActivity()
                                .calledElement("child")
                                .operatonIn("status", "status")
                                .userTask("close")
                                .endEvent()
                                .done())
                .addModelInstance(
                        "child.bpmn",
                        Bpmn.createExecutableProcess("child")
                                .operatonHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("work")
                                .endEvent()
                                .done())
                .deploy();
    }

    @AfterEach
    void close() {
        reporting.close();
    }

    @Test
    void opensOneRowPerRequestWithItsFacts() {
        Date hardDate = Date.from(LocalDate.of(2026, 12, 24)
                .atTime(LocalTime.of(23, 30))
                .atZone(reporting.agency().timeZone())
                .toInstant());

        open(
                "SR-2026-000001",
                Map.of(
                        "status", "NEW",
                        "workType", "CERT_LIABILITY",
                        "route", "AUTOMATION",
                        "hardDate", hardDate,
                        "slaDueAt", hardDate,
                        "subject", "x".repeat(400),
                        "waitingOn", ""));

        Map<String, @Nullable Object> row = row("SR-2026-000001");
        assertThat(row)
                .containsEntry("work_type", "CERT_LIABILITY")
                .containsEntry("tenant_id", "harborline")
                .containsEntry("route", "AUTOMATION")
                .containsEntry("subject", "x".repeat(300))
                .containsEntry("hard_date", java.sql.Date.valueOf(LocalDate.of(2026, 12, 24)))
                .containsEntry("waiting_on", null)
                .containsEntry("closed_at", null)
                .containsEntry("touched_by_person", false);
        assertThat(row.get("sla_due_at")).isNotNull();
        assertThat(check().same()).isTrue();
    }

    @Test
    void followsTheRequestToItsEndAndSeesThePersonBelowIt() {
        String instance = open("SR-2026-000001", Map.of("status", "NEW"));

        tasks.setVariableLocal(task().getId(), "status", "LOCAL");
        runtime.setVariable(task().getProcessInstanceId(), "status", "CHILD");
        runtime.setVariables(instance, Map.of("status", "IN_PROGRESS", "queue", "account-managers"));
        assertThat(row("SR-2026-000001"))
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("touched_by_person", false);

        tasks.complete(task().getId());
        assertThat(row("SR-2026-000001")).containsEntry("touched_by_person", true);

        tasks.complete(task().getId(), Map.of("status", "DONE"));
        assertThat(row("SR-2026-000001"))
                .containsEntry("status", "DONE")
                .containsEntry("queue", "account-managers")
                .doesNotContainEntry("closed_at", null);
        assertThat(check().same()).isTrue();
    }

    @Test
    void clearsWhatIsRemoved() {
        String instance = open("SR-2026-000001", Map.of("status", "NEW", "waitingOn", "CLIENT"));

        runtime.removeVariable(instance, "waitingOn");

        assertThat(row("SR-2026-000001")).containsEntry("waiting_on", null);
        assertThat(check().same()).isTrue();
    }

    @Test
    void standsOrFallsWithTheEnginesTransaction() {
        TransactionTemplate transaction = reporting.transaction();

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    open("SR-2026-000001", Map.of("status", "NEW"));
                    throw new IllegalStateException("the mail server does not answer");
                }))
                .hasMessage("the mail server does not answer");

        assertThat(numbers()).isEmpty();
    }

    @Test
    void writesOnceForSeveralCommandsOfATransaction() {
        reporting.transaction().executeWithoutResult(status -> {
            String instance = open("SR-2026-000001", Map.of("status", "NEW"));
            runtime.setVariable(instance, "status", "READY");
            runtime.setVariable(instance, "status", "IN_PROGRESS");
            assertThat(numbers()).isEmpty();
        });

        assertThat(row("SR-2026-000001")).containsEntry("status", "IN_PROGRESS");
    }

    @Test
    void opensAClosedRequestAgainWhileAFollowUpRuns() {
        open("SR-2026-000001", Map.of("status", "IN_PROGRESS", "waitingOn", "CLIENT"));
        tasks.complete(task().getId());
        tasks.complete(task().getId(), Map.of("status", "DONE"));
        Object firstClosed = row("SR-2026-000001").get("closed_at");
        runtime.startProcessInstanceByKey("child", "IN-2026-000001", Map.of("status", "TRIAGE"));
        tasks.complete(task().getId());

        String followUp = runtime.startProcessInstanceByKey("child", "SR-2026-000001", Map.of("status", "IN_PROGRESS"))
                .getId();

        assertThat(row("SR-2026-000001"))
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("waiting_on", null)
                .containsEntry("closed_at", null)
                .containsEntry("follow_up_id", followUp);
        assertThat(check().same()).isTrue();

        tasks.complete(task().getId(), Map.of("status", "DONE"));

        assertThat(firstClosed).isNotNull();
        assertThat(row("SR-2026-000001")).containsEntry("status", "DONE").doesNotContainEntry("closed_at", null);
        assertThat(check().same()).isTrue();
    }

    @Test
    void keepsARequestOpenWhoseOwnProcessEndsUnderAFollowUp() {
        String instance = open("SR-2026-000001", Map.of("status", "IN_PROGRESS"));
        runtime.startProcessInstanceByKey("child", "SR-2026-000001", Map.of("status", "DELIVERING"));

        runtime.setVariable(instance, "status", "DONE");
        runtime.deleteProcessInstance(instance, "ended");

        assertThat(row("SR-2026-000001")).containsEntry("status", "DELIVERING").containsEntry("closed_at", null);
        assertThat(check().same()).isTrue();
    }

    @Test
    void countsTheChoiceOfAWorkTypeInTriageAsTouchedByAPerson() {
        open("SR-2026-000001", Map.of("status", "NEW", "classification", "TRIAGE"));
        open("SR-2026-000002", Map.of("status", "NEW", "classification", "AUTO"));

        assertThat(row("SR-2026-000001")).containsEntry("touched_by_person", true);
        assertThat(row("SR-2026-000002")).containsEntry("touched_by_person", false);
        assertThat(check().same()).isTrue();
    }

    @Test
    void leavesANumberWithTheInstanceThatTookIt() {
        String first = open("SR-2026-000001", Map.of("status", "NEW"));
        open("SR-2026-000001", Map.of("status", "TRIAGE"));
        runtime.startProcessInstanceByKey("service-request");

        assertThat(row("SR-2026-000001"))
                .containsEntry("process_instance_id", first)
                .containsEntry("status", "NEW");
        assertThat(check().same()).isTrue();
    }

    @Test
    void rebuildMakesTheSameRowsAgainFromTheHistoryAlone() {
        open("SR-2026-000002", Map.of("status", "NEW", "clientName", "Cobalt Roofing"));
        tasks.complete(task().getId());
        tasks.complete(task().getId());
        Date due = Date.from(Instant.parse("2026-11-23T18:00:00Z"));
        open("SR-2026-000001", Map.of("status", "NEW", "workType", "ID_CARD", "slaDueAt", due));
        open("SR-2026-000003", Map.of("status", "NEW"));
        List<Map<String, @Nullable Object>> written = rows();
        jdbc.sql("delete from service_request where number = 'SR-2026-000001'").update();
        jdbc.sql("update service_request set status = 'NEW', touched_by_person = false "
                        + "where number = 'SR-2026-000002'")
                .update();
        jdbc.sql("insert into service_request (number, tenant_id, process_instance_id, status, opened_at, "
                        + "touched_by_person) values ('SR-2026-999999', 'harborline', 'gone', 'NEW', "
                        + "current_timestamp, false)")
                .update();

        assertThat(check()).isEqualTo(new RequestRebuild.Comparison(3, 1, 1, 1));
        assertThat(reporting.rebuild().rebuild()).isEqualTo(new RequestRebuild.Comparison(3, 1, 1, 1));
        assertThat(check().same()).isTrue();
        assertThat(rows()).isEqualTo(written);
    }

    private String open(String number, Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey("service-request", number, variables)
                .getId();
    }

    private Task task() {
        return tasks.createTaskQuery().singleResult();
    }

    private RequestRebuild.Comparison check() {
        return reporting.rebuild().check();
    }

    private List<String> numbers() {
        return jdbc.sql("select number from service_request")
                .query(String.class)
                .list();
    }

    private List<Map<String, @Nullable Object>> rows() {
        return jdbc.sql("select * from service_request order by number").query().listOfRows();
    }

    private Map<String, @Nullable Object> row(String number) {
        return jdbc.sql("select * from service_request where number = ?")
                .param(number)
                .query()
                .singleRow();
    }
}

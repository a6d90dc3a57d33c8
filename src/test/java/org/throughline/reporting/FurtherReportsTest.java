package org.throughline.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.reporting.projection.ReportingEngine;
import org.throughline.staff.Absence;
import org.throughline.staff.InMemoryPartners;
import org.throughline.staff.InMemoryStaff;
import org.throughline.staff.WorkTimes;
import org.throughline.staff.calendar.BusinessCalendar;
import org.throughline.staff.calendar.TestCalendars;

/** What is unconfirmed, what it cost, who has room and what went through alone, on tables with known rows. */
class FurtherReportsTest {

    /** A Monday, 10:00 in Houston; the agency is open until 17:30, and on Thursday and Friday it is closed. */
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC);

    private final ReportingEngine database = new ReportingEngine();
    private final InMemoryStaff staff = InMemoryStaff.ofPracticeAgency(NOW);
    private final BusinessCalendar calendar = TestCalendars.harborline();

    @BeforeEach
    void tables() {
        assertThat(database.engine().getName()).isNotEmpty();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Reports reports(Map<String, BigDecimal> rates) {
        JdbcClient jdbc = database.jdbc();
        return new Reports(
                jdbc,
                List.of(
                        new UnconfirmedReport(jdbc, calendar, database.agency(), NOW),
                        new StraightThroughReport(jdbc, database.agency()),
                        new CostReport(
                                jdbc, staff, new CostProperties("USD", rates, Duration.ofHours(1)), database.agency()),
                        new CapacityReport(
                                jdbc,
                                staff,
                                new WorkingDays(
                                        calendar,
                                        new WorkTimes(TestCalendars.profile(), new InMemoryPartners()),
                                        staff),
                                database.agency(),
                                NOW)),
                database.agency(),
                NOW);
    }

    @Test
    void listsTheOldestUnconfirmedChangeFirst() {
        request("SR-1", "ENDT_VEHICLE", "AWAITING_CARRIER", null, false);
        submitted("a", "SR-1", "BMC", "POLICY_CHANGE", "WAITING", "2026-11-13T20:00:00Z");
        submitted("b", "SR-2", "LNI", "CANCELLATION", "WAITING", "2026-11-20T20:00:00Z");
        submitted("c", "SR-3", "BMC", "POLICY_CHANGE", "CONFIRMED", "2026-11-02T20:00:00Z");
        submitted("d", "SR-4", "BMC", "LOSS_RUNS", "WAITING", "2026-11-02T20:00:00Z");
        chased("SR-1", "2026-11-18T15:00:00");

        Report report = reports(Map.of()).report(ReportName.UNCONFIRMED, null, null, null);

        assertThat(report.rows()).extracting(row -> row.get("request")).containsExactly("SR-1", "SR-2");
        assertThat(report.rows().get(0))
                .containsEntry("client", "Okafor")
                .containsEntry("carrier", "BMC")
                .containsEntry("operation", "POLICY_CHANGE")
                .containsEntry("submittedAt", "2026-11-13T14:00:00-06:00")
                .containsEntry("ageBusinessDays", 6)
                .containsEntry("hardDate", "2026-11-20")
                .containsEntry("status", "AWAITING_CARRIER");
        assertThat(report.rows().get(0).get("lastChaseAt")).asString().startsWith("2026-11-18T");
        assertThat(report.rows().get(1)).containsEntry("ageBusinessDays", 1).containsEntry("lastChaseAt", null);
        assertThat(report.from()).isNull();
        assertThat(ReportCsv.of(report))
                .startsWith("request,client,carrier,operation,policyNumber,channel,submittedAt,");

        assertThat(reports(Map.of())
                        .report(ReportName.UNCONFIRMED, null, null, "carrier")
                        .rows())
                .containsExactly(
                        Map.of(
                                "carrier",
                                "BMC",
                                "unconfirmed",
                                1L,
                                "olderThan5BusinessDays",
                                1L,
                                "oldestBusinessDays",
                                6,
                                "meanBusinessDays",
                                new BigDecimal("6.00"),
                                "pastHardDate",
                                1L),
                        Map.of(
                                "carrier",
                                "LNI",
                                "unconfirmed",
                                1L,
                                "olderThan5BusinessDays",
                                0L,
                                "oldestBusinessDays",
                                1,
                                "meanBusinessDays",
                                new BigDecimal("1.00"),
                                "pastHardDate",
                                0L));
    }

    @Test
    void countsWhatClosedRequestsTook() {
        request("SR-1", "ID_CARD", "DONE", "2026-11-20T18:00:00Z", true);
        request("SR-2", "ID_CARD", "DONE", "2026-11-20T19:00:00Z", false);
        request("SR-3", "LOSS_RUNS", "DONE", "2026-11-20T19:00:00Z", true);
        completed("t1", "SR-1", "maria", "2026-11-20T09:00:00", "2026-11-20T10:00:00", "2026-11-20T10:12:00");
        completed("t2", "SR-1", "maria", "2026-11-19T09:00:00", "2026-11-19T09:00:00", "2026-11-20T09:00:00");
        completed("t3", "SR-3", "kofi", "2026-11-20T09:00:00", "2026-11-20T09:00:00", "2026-11-20T09:10:00");
        written("w1", "SR-2", "DONE");
        written("w2", "SR-2", "PLANNED");
        billed("SR-3", "9.00", "USD");

        List<Map<String, @Nullable Object>> rows = reports(Map.of("csr", new BigDecimal("40.00")))
                .report(ReportName.COST, null, null, null)
                .rows();

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("workType", "ID_CARD")
                .containsEntry("closed", 2L)
                .containsEntry("automationTouches", 1L)
                .containsEntry("staffTouches", 2L)
                .containsEntry("partnerTouches", 0L)
                .as("12 minutes from the claim, and the longest that counts for the one that lay over night")
                .containsEntry("staffMinutes", new BigDecimal("72.00"))
                .containsEntry("meanStaffMinutes", new BigDecimal("36.00"))
                .containsEntry("staffCost", "48.00")
                .containsEntry("cost", "48.00")
                .containsEntry("costPerRequest", "24.00")
                .containsEntry("currency", "USD");
        assertThat(rows.get(1))
                .containsEntry("workType", "LOSS_RUNS")
                .containsEntry("staffTouches", 0L)
                .containsEntry("partnerTouches", 1L)
                .containsEntry("partnerFees", "9.00")
                .containsEntry("cost", "9.00");
        assertThat(reports(Map.of()).report(ReportName.COST, null, null, "none").rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("closed", 3L)
                        .containsEntry("staffMinutes", new BigDecimal("72.00"))
                        .containsEntry("staffCost", null)
                        .containsEntry("partnerFees", "9.00")
                        .containsEntry("cost", null));
    }

    @Test
    void saysWhoHasRoom() {
        staff.addAbsence(new Absence(
                "1",
                "maria",
                Instant.parse("2026-11-24T06:00:00Z"),
                Instant.parse("2026-11-25T06:00:00Z"),
                "Vacation"));
        open("t1", "account-managers", "maria", 30, "2026-11-23T15:00:00");
        open("t2", "account-managers", "maria", 20, "2026-11-25T16:00:00");
        open("t3", "account-managers", null, 15, "2026-12-20T16:00:00");
        int day = staff.find("maria").orElseThrow().capacityMinutes();

        List<Map<String, @Nullable Object>> rows =
                reports(Map.of()).report(ReportName.CAPACITY, null, null, null).rows();

        Map<String, @Nullable Object> maria = row(rows, "account-managers", "maria");
        assertThat(maria)
                .containsEntry("openTasks", 2)
                .containsEntry("openMinutes", 50)
                .containsEntry("overdue", 1)
                .containsEntry("dueWithin1Day", 1)
                .containsEntry("dueWithin3Days", 2)
                .containsEntry("dueWithin5Days", 2)
                .containsEntry("capacityMinutesPerDay", day)
                .containsEntry("absentDays", 1)
                .containsEntry("day1", "2026-11-23")
                .containsEntry("day2", "2026-11-24")
                .containsEntry("day2Minutes", 0)
                .containsEntry("day3Minutes", day)
                .as("Thanksgiving and the day after are none")
                .containsEntry("day4", "2026-11-30")
                .containsEntry("day5", "2026-12-01");
        assertThat(maria).containsEntry("personName", "Maria Santos");
        assertThat(minutes(maria, "day1Minutes")).isBetween(1, day - 1);
        assertThat(minutes(maria, "freeMinutes")).isEqualTo(minutes(maria, "availableMinutes") - 50);
        assertThat(row(rows, "account-managers", ""))
                .containsEntry("personName", "")
                .containsEntry("people", 0)
                .containsEntry("openMinutes", 15)
                .containsEntry("freeShare", null);
        assertThat(rows).noneMatch(row -> "ana".equals(row.get("person")));

        assertThat(reports(Map.of())
                        .report(ReportName.CAPACITY, null, null, "queue")
                        .rows())
                .filteredOn(row -> "account-managers".equals(row.get("queue")))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("openTasks", 3).containsEntry("openMinutes", 65));
    }

    @Test
    void tellsWhatWentThroughWithoutAPerson() {
        request("SR-1", "ID_CARD", "DONE", "2026-11-20T18:00:00Z", false);
        request("SR-2", "ID_CARD", "DONE", "2026-11-20T18:00:00Z", true);
        request("SR-3", "ID_CARD", "DONE", "2026-11-20T18:00:00Z", true);
        automated("SR-1", "STRAIGHT_THROUGH");
        automated("SR-2", "APPROVE_ALL");
        automated("SR-3", "NONE");

        assertThat(reports(Map.of())
                        .report(ReportName.STRAIGHT_THROUGH, null, null, null)
                        .rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("workType", "ID_CARD")
                        .containsEntry("closed", 3L)
                        .containsEntry("automated", 2L)
                        .containsEntry("straightThrough", 1L)
                        .containsEntry("shareOfClosed", new BigDecimal("0.3333"))
                        .containsEntry("shareOfAutomated", new BigDecimal("0.5000")));
    }

    private static int minutes(Map<String, @Nullable Object> row, String column) {
        return row.get(column) instanceof Integer minutes ? minutes : -1;
    }

    private static Map<String, @Nullable Object> row(
            List<Map<String, @Nullable Object>> rows, String queue, String person) {
        return rows.stream()
                .filter(row -> queue.equals(row.get("queue")) && person.equals(row.get("person")))
                .findFirst()
                .orElseThrow();
    }

    private void request(String number, String workType, String status, @Nullable String closedAt, boolean touched) {
        database.jdbc()
                .sql("insert into service_request (number, tenant_id, process_instance_id, status, work_type, queue,"
                        + " client_name, hard_date, opened_at, closed_at, touched_by_person) values (?, 'harborline', ?,"
                        + " ?, ?, 'account-managers', 'Okafor', date '2026-11-20', ?, ?, ?)")
                .params(number, number, status, workType)
                .param(OffsetDateTime.parse("2026-11-10T12:00:00Z"))
                .param(closedAt == null ? null : OffsetDateTime.parse(closedAt))
                .param(touched)
                .update();
    }

    private void submitted(
            String id, String request, String carrier, String operation, String state, String submittedAt) {
        database.jdbc()
                .sql(
                        "insert into carrier_submission (id, tenant_id, request_number, carrier, operation, channel,"
                                + " policy_number, policy_key, effective_on, submission, state, message, planned_at, submitted_at)"
                                + " values (?, 'harborline', ?, ?, ?, 'API', 'P-1', 'P1', date '2026-11-20', '{}', ?, '', now(), ?)")
                .params(id, request, carrier, operation, state)
                .param(OffsetDateTime.parse(submittedAt))
                .update();
    }

    private void chased(String request, String at) {
        database.jdbc()
                .sql("insert into ACT_HI_PROCINST (ID_, PROC_INST_ID_, BUSINESS_KEY_, PROC_DEF_ID_, START_TIME_)"
                        + " values (?, ?, ?, 'x', now())")
                .params("p-" + request, "p-" + request, request)
                .update();
        database.jdbc()
                .sql("insert into ACT_HI_ACTINST (ID_, PROC_DEF_ID_, PROC_INST_ID_, EXECUTION_ID_, ACT_ID_, ACT_TYPE_,"
                        + " START_TIME_, END_TIME_) values (?, 'x', ?, 'e', 'Task_AskCarrier', 'serviceTask', ?, ?)")
                .params("c-" + request, "p-" + request, time(at), time(at))
                .update();
    }

    private void completed(String id, String request, String person, String start, String claimed, String end) {
        database.jdbc()
                .sql("insert into ACT_HI_TASKINST (ID_, ROOT_PROC_INST_ID_, ASSIGNEE_, START_TIME_, END_TIME_,"
                        + " DELETE_REASON_) values (?, ?, ?, ?, ?, 'completed')")
                .params(id, request, person, time(start), time(end))
                .update();
        database.jdbc()
                .sql("insert into ACT_HI_IDENTITYLINK (ID_, TIMESTAMP_, TYPE_, USER_ID_, TASK_ID_, OPERATION_TYPE_)"
                        + " values (?, ?, 'assignee', ?, ?, 'add')")
                .params("l-" + id, time(claimed), person, id)
                .update();
    }

    /** A moment in UTC. */
    private static Timestamp time(String local) {
        return Timestamp.from(Instant.parse(local + "Z"));
    }

    private void automated(String request, String level) {
        database.jdbc()
                .sql("insert into ACT_HI_VARINST (ID_, PROC_INST_ID_, EXECUTION_ID_, NAME_, TEXT_, STATE_)"
                        + " values (?, ?, ?, 'automation', ?, 'CREATED')")
                .params("v-" + request, request, request, level)
                .update();
    }

    private void open(String id, String queue, @Nullable String person, int minutes, String due) {
        database.jdbc()
                .sql("insert into ACT_RU_TASK (ID_, REV_, ASSIGNEE_, DUE_DATE_, TENANT_ID_)"
                        + " values (?, 1, ?, ?, 'harborline')")
                .param(id)
                .param(person)
                .param(time(due))
                .update();
        database.jdbc()
                .sql(
                        "insert into task_assignment (task_id, tenant_id, request_number, task_name, queue, pushed, minutes,"
                                + " reason, decided_at) values (?, 'harborline', 'SR', 'x', ?, false, ?, '', now())")
                .params(id, queue, minutes)
                .update();
    }

    private void written(String id, String request, String status) {
        database.jdbc()
                .sql(
                        "insert into outbound_write (id, tenant_id, request_number, reference, position, kind, status,"
                                + " payload, attempts, planned_at) values (?, 'harborline', ?, ?, 1, 'EMAIL', ?, '{}', 0, now())")
                .params(id, request, request + "." + id, status)
                .update();
    }

    private void billed(String request, String amount, String currency) {
        database.jdbc()
                .sql(
                        "insert into partner_invoice_line (assignment_id, tenant_id, partner_id, request_number, work_type,"
                                + " unit, units, price, amount, currency, finished_at) values (?, 'harborline', 'keyline', ?,"
                                + " 'LOSS_RUNS', 'REQUEST', 1, 9, ?, ?, now())")
                .params("b-" + request, request, new BigDecimal(amount), currency)
                .update();
    }
}

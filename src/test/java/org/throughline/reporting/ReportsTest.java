package org.throughline.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.reporting.projection.ReportingEngine;

class ReportsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");

    private final ReportingEngine database = new ReportingEngine();
    private final Reports reports = new Reports(
            database.jdbc(),
            List.of(new PartnerReport(database.jdbc(), database.agency())),
            database.agency(),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void tellsHowPartnersDo() {
        given("a", "LOSS_RUNS", "DONE", 60, 5);
        given("b", "LOSS_RUNS", "DONE", 120, null);
        given("c", "LOSS_RUNS", "RETURNED", 30, 2);
        given("d", "LOSS_RUNS", "LATE", null, null);
        given("e", "BILLING_INQUIRY", "OFFERED", null, null);
        billed("a", 1, "9.00", "USD");
        billed("b", 4, "36.00", "USD");

        Report report = reports.report(ReportName.PARTNER, "2026-11-23", "2026-11-23", null);

        assertThat(report.groupBy()).containsExactly("partner", "workType", "currency");
        assertThat(report.rows()).hasSize(2);
        assertThat(report.rows().get(1))
                .containsEntry("partner", "keyline")
                .containsEntry("workType", "LOSS_RUNS")
                .containsEntry("offered", 4L)
                .containsEntry("open", 0L)
                .containsEntry("done", 2L)
                .containsEntry("late", 1L)
                .containsEntry("returned", 1L)
                .containsEntry("returnedShare", new BigDecimal("0.2500"))
                .containsEntry("meanTurnaroundMinutes", new BigDecimal("70.00"))
                .containsEntry("reviewed", 2L)
                .containsEntry("meanScore", new BigDecimal("3.50"))
                .containsEntry("units", 5L)
                .containsEntry("cost", "45.00")
                .containsEntry("costPerUnit", "9.00")
                .containsEntry("meanMinutesPerUnit", new BigDecimal("4.00"));
        assertThat(report.rows().get(0)).containsEntry("open", 1L).containsEntry("cost", null);
        assertThat(ReportCsv.of(report)).contains("keyline,LOSS_RUNS,USD,4,0,2");
    }

    @Test
    void addsUpNoAmountsOfSeveralCurrencies() {
        given("a", "LOSS_RUNS", "DONE", 60, 5);
        given("b", "LOSS_RUNS", "DONE", 60, 5);
        billed("a", 1, "9.00", "USD");
        billed("b", 1, "8.00", "CAD");

        assertThat(reports.report(ReportName.PARTNER, null, null, "none").rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("units", 2L)
                        .containsEntry("cost", null)
                        .containsEntry("costPerUnit", null));
    }

    private void given(
            String id, String workType, String status, @Nullable Integer turnaround, @Nullable Integer score) {
        OffsetDateTime offered = OffsetDateTime.parse("2026-11-23T15:00:00Z");
        database.jdbc()
                .sql(
                        "insert into partner_assignment (id, tenant_id, request_number, process_instance_id, partner_id, queue,"
                                + " work_type, status, price, currency, unit, units, packet, offered_at, accept_by, finished_at,"
                                + " minutes, qa_score) values (?, 'harborline', 'SR-' || ?, ?, 'keyline', 'partner-processors', ?, ?,"
                                + " 9, 'USD', 'REQUEST', 1, '{}', ?, ?, ?, 10, ?)")
                .params(id, id, id, workType, status, offered, offered)
                .param(turnaround == null ? null : offered.plusMinutes(turnaround))
                .param(score)
                .update();
    }

    private void billed(String id, int units, String amount, String currency) {
        database.jdbc()
                .sql(
                        "insert into partner_invoice_line (assignment_id, tenant_id, partner_id, request_number, work_type, unit,"
                                + " units, price, amount, currency, finished_at) values (?, 'harborline', 'keyline', 'SR-' || ?,"
                                + " 'LOSS_RUNS', 'REQUEST', ?, 9, ?, ?, ?)")
                .params(id, id, units, new BigDecimal(amount), currency, OffsetDateTime.parse("2026-11-23T16:00:00Z"))
                .update();
    }

    @Test
    void countsWhatOpenedByTheAgencysDay() {
        request("1", "CERT_LIABILITY", "AUTOMATION", "DONE", "2026-11-22T05:59:59Z", null, true);
        request("2", "CERT_LIABILITY", "AUTOMATION", "DONE", "2026-11-22T06:00:00Z", null, true);
        request("3", "CERT_LIABILITY", "AUTOMATION", "DONE", "2026-11-23T05:30:00Z", null, true);
        request("4", "ID_CARD", null, "NEW", "2026-11-23T06:30:00Z", null, true);
        for (String reason : new String[] {"once", "twice"}) {
            database.jdbc()
                    .sql("insert into request_intervention (id, tenant_id, request_number, kind, person, words,"
                            + " happened_at) values (?, 'harborline', '4', 'REROUTED', 'nora', 'why', now())")
                    .param(reason)
                    .update();
        }

        Report report = reports.report(ReportName.VOLUME, "2026-11-22", "2026-11-23", null);

        assertThat(report.rows())
                .containsExactly(
                        Map.of(
                                "day",
                                "2026-11-22",
                                "workType",
                                "CERT_LIABILITY",
                                "route",
                                "AUTOMATION",
                                "opened",
                                2L,
                                "rerouted",
                                0L),
                        Map.of("day", "2026-11-23", "workType", "ID_CARD", "route", "", "opened", 1L, "rerouted", 1L));
        assertThat(report.zone()).isEqualTo("America/Chicago");
        assertThat(report.columns()).containsExactly("day", "workType", "route", "opened", "rerouted");
    }

    @Test
    void measuresCycleTimeOfWhatClosedInThePeriod() {
        for (int minutes = 1; minutes <= 11; minutes++) {
            Instant closed = Instant.parse("2026-11-20T12:00:00Z");
            request(
                    "1" + minutes,
                    "ID_CARD",
                    "LICENSED_STAFF",
                    "DONE",
                    closed.minusSeconds(60L * minutes).toString(),
                    closed.toString(),
                    true);
        }
        request("9", "ID_CARD", "LICENSED_STAFF", "DONE", "2026-09-01T12:00:00Z", "2026-09-01T13:00:00Z", true);

        Report report = reports.report(ReportName.CYCLE_TIME, null, null, null);

        assertThat(report.from()).isEqualTo("2026-10-25");
        assertThat(report.to()).isEqualTo("2026-11-23");
        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("closed", 11L)
                        .containsEntry("meanMinutes", new BigDecimal("6.00"))
                        .containsEntry("p50Minutes", new BigDecimal("6.00"))
                        .containsEntry("p90Minutes", new BigDecimal("10.00"))
                        .containsEntry("p95Minutes", new BigDecimal("10.50")));
    }

    @Test
    void tellsHowRequestsEnded() {
        request("1", "ID_CARD", "AUTOMATION", "DONE", "2026-11-20T12:00:00Z", "2026-11-20T12:01:00Z", false);
        request("2", "ID_CARD", "AUTOMATION", "DECLINED", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z", true);
        request("3", "ID_CARD", "AUTOMATION", "NOT_WORK", "2026-11-20T12:00:00Z", "2026-11-20T12:00:01Z", false);
        request("4", "ID_CARD", "AUTOMATION", "IN_PROGRESS", "2026-11-20T12:00:00Z", "2026-11-21T12:00:00Z", true);
        request("5", "ID_CARD", "AUTOMATION", "IN_PROGRESS", "2026-11-20T12:00:00Z", null, true);

        Report report = reports.report(ReportName.COMPLETION, "2026-11-20", "2026-11-23", "workType");

        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("opened", 5L)
                        .containsEntry("closed", 4L)
                        .containsEntry("done", 1L)
                        .containsEntry("declined", 1L)
                        .containsEntry("notWork", 1L)
                        .containsEntry("withdrawn", 0L)
                        .containsEntry("duplicate", 0L)
                        .containsEntry("other", 1L)
                        .containsEntry("straightThrough", 2L)
                        .containsEntry("straightThroughShare", new BigDecimal("0.5000")));
    }

    @Test
    void sortsWhatIsOpenByAge() {
        request("1", "ID_CARD", "AUTOMATION", "READY", "2026-11-23T19:00:00Z", null, false);
        request("2", "ID_CARD", "AUTOMATION", "READY", "2026-11-21T19:00:00Z", null, false);
        request("3", "ID_CARD", "AUTOMATION", "READY", "2026-11-18T19:00:00Z", null, false);
        request("4", "ID_CARD", "AUTOMATION", "READY", "2026-11-01T19:00:00Z", null, false);
        request("5", "ID_CARD", "AUTOMATION", "DONE", "2026-11-01T19:00:00Z", "2026-11-02T19:00:00Z", false);
        database.jdbc()
                .sql("update service_request set sla_due_at = ?, hard_date = date '2026-11-22' where number = '4'")
                .param(NOW.minusSeconds(1).atOffset(ZoneOffset.UTC))
                .update();

        Report report = reports.report(ReportName.BACKLOG, null, null, null);

        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("queue", "account-managers")
                        .containsEntry("workType", "ID_CARD")
                        .containsEntry("open", 4L)
                        .containsEntry("days0to1", 1L)
                        .containsEntry("days2to3", 1L)
                        .containsEntry("days4to7", 1L)
                        .containsEntry("days8plus", 1L)
                        .containsEntry("overdue", 1L)
                        .containsEntry("pastHardDate", 1L)
                        .containsEntry("oldestDays", 22L)
                        .containsEntry("oldestOpenedAt", "2026-11-01T13:00:00-06:00"));
    }

    @Test
    void tellsHowOftenPeopleOverruledAModel() {
        output("1", "model-7", "PAYMENT", 0.4, "2026-11-20T12:00:00Z", "ACCEPTED");
        output("2", "model-7", "PAYMENT", 0.6, "2026-11-20T12:00:00Z", "CHANGED");
        output("3", "model-7", "PAYMENT", 0.8, "2026-11-20T12:00:00Z", null);
        output("4", "gpt-1", "PAYMENT", 0.9, "2026-11-20T12:00:00Z", null);
        output("5", "model-7", "PAYMENT", 0.9, "2026-09-20T12:00:00Z", "CHANGED");

        Report report = reports.report(ReportName.AI_OVERSIGHT, null, null, null);

        assertThat(report.columns())
                .containsExactly(
                        "modelVersion",
                        "workType",
                        "outputs",
                        "accepted",
                        "changed",
                        "undecided",
                        "meanConfidence",
                        "overrideRate");
        assertThat(report.rows()).hasSize(2);
        assertThat(report.rows().get(0))
                .containsEntry("modelVersion", "gpt-1")
                .containsEntry("undecided", 1L)
                .containsEntry("overrideRate", null);
        assertThat(report.rows().get(1))
                .containsEntry("workType", "PAYMENT")
                .containsEntry("outputs", 3L)
                .containsEntry("accepted", 1L)
                .containsEntry("changed", 1L)
                .containsEntry("undecided", 1L)
                .containsEntry("meanConfidence", new BigDecimal("0.60"))
                .containsEntry("overrideRate", new BigDecimal("0.5000"));
        assertThat(reports.report(ReportName.AI_OVERSIGHT, null, null, "source").rows())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("source", "SUGGESTER"));
    }

    @Test
    void tellsWhatKeptToItsDueTime() {
        request("1", "ID_CARD", "AUTOMATION", "DONE", "2026-11-20T12:00:00Z", "2026-11-20T13:00:00Z", false);
        request("2", "ID_CARD", "AUTOMATION", "DONE", "2026-11-20T12:00:00Z", "2026-11-20T15:00:00Z", false);
        request("3", "ID_CARD", "AUTOMATION", "DONE", "2026-11-20T12:00:00Z", "2026-11-20T14:00:00Z", false);
        for (String open : new String[] {"4", "5", "6", "7"}) {
            request(open, "ID_CARD", "AUTOMATION", "READY", "2026-11-23T12:00:00Z", null, false);
        }
        due("2026-11-20T14:00:00Z", "1", "2", "3");
        due("2026-11-23T19:59:59Z", "4", "7");
        due("2026-11-23T21:00:00Z", "5", "6");
        database.jdbc()
                .sql("update service_request set sla_paused_at = opened_at where number = '7'")
                .update();
        for (String atRisk : new String[] {"4", "5"}) {
            database.jdbc()
                    .sql("insert into sla_event (id, tenant_id, request_number, stage, happened_at, due_at, detail)"
                            + " values (?, 'harborline', ?, 'AT_RISK', now(), now(), '')")
                    .params(atRisk, atRisk)
                    .update();
        }

        Report report = reports.report(ReportName.SLA, "2026-11-20", "2026-11-20", "workType");

        assertThat(report.rows())
                .singleElement()
                .satisfies(row -> assertThat(row)
                        .containsEntry("workType", "ID_CARD")
                        .containsEntry("closed", 3L)
                        .containsEntry("withinDue", 2L)
                        .containsEntry("attainment", new BigDecimal("0.6667"))
                        .containsEntry("atRiskNow", 1L)
                        .containsEntry("breachedNow", 1L)
                        .containsEntry("pausedNow", 1L));
        assertThat(ReportCsv.of(report))
                .startsWith(
                        "workType,closed,withinDue,atRiskNow,breachedNow,pausedNow,attainment\r\nID_CARD,3,2,1,1,1,");
        assertThat(reports.report(ReportName.SLA, "2026-11-20", "2026-11-20", "day,queue")
                        .rows())
                .extracting(row -> row.get("day"))
                .containsExactly("2026-11-20", "2026-11-23");
    }

    private void due(String moment, String... numbers) {
        for (String number : numbers) {
            database.jdbc()
                    .sql("update service_request set sla_due_at = ? where number = ?")
                    .params(OffsetDateTime.parse(moment), number)
                    .update();
        }
    }

    @Test
    void saysWhatToDoWhenAskedWrongly() {
        assertThatThrownBy(() -> reports.report(ReportName.VOLUME, "2026-11-23", "2026-11-01", null))
                .isInstanceOf(ReportRequestRefused.class)
                .hasMessageContaining("Exchange the two dates");
        assertThatThrownBy(() -> reports.report(ReportName.VOLUME, "yesterday", null, null))
                .isInstanceOf(ReportRequestRefused.class)
                .hasMessageContaining("year-month-day");
        assertThatThrownBy(() -> reports.report(ReportName.BACKLOG, null, null, "day; drop table"))
                .isInstanceOf(ReportRequestRefused.class)
                .hasMessageContaining("queue, workType");
    }

    @Test
    void writesTextsThatNoSpreadsheetRuns() {
        request("1", "=cmd|' /C calc'!A0", "a,b \"c\"", "READY", "2026-11-23T19:00:00Z", null, false);

        String csv = ReportCsv.of(reports.report(ReportName.VOLUME, null, null, null));

        assertThat(csv)
                .isEqualTo("day,workType,route,opened,rerouted\r\n"
                        + "2026-11-23,'=cmd|' /C calc'!A0,\"a,b \"\"c\"\"\",1,0\r\n");
    }

    private void output(
            String id, String model, String workType, double confidence, String madeAt, @Nullable String outcome) {
        database.jdbc()
                .sql(
                        "insert into ai_output (id, tenant_id, ai_function, source, model_version, work_type, confidence,"
                                + " item_id, made_at, outcome) values (?, 'harborline', 'CLASSIFY', 'SUGGESTER', ?, ?, ?, ?, ?, ?)")
                .param(id)
                .param(model)
                .param(workType)
                .param(confidence)
                .param("IN-" + id)
                .param(OffsetDateTime.parse(madeAt))
                .param(outcome)
                .update();
    }

    private void request(
            String number,
            String workType,
            @Nullable String route,
            String status,
            String openedAt,
            @Nullable String closedAt,
            boolean touched) {
        database.jdbc()
                .sql("insert into service_request (number, tenant_id, process_instance_id, status, work_type, route, "
                        + "queue, opened_at, closed_at, touched_by_person) "
                        + "values (?, 'harborline', ?, ?, ?, ?, 'account-managers', ?, ?, ?)")
                .param(number)
                .param(number)
                .param(status)
                .param(workType)
                .param(route)
                .param(OffsetDateTime.parse(openedAt))
                .param(closedAt == null ? null : OffsetDateTime.parse(closedAt))
                .param(touched)
                .update();
    }
}

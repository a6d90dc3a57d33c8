package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/**
 * How the agency's partners do: volume, turnaround, quality, returns and cost. Amounts of several currencies are never
 * added up; where the grouping leaves the currency out and there is more than one, the cost stays empty.
 */
@Component
class PartnerReport implements ReportSource {

    private static final Map<String, String> COLUMN = Map.of(
            "partner", "partner_id",
            "workType", "work_type",
            "queue", "queue",
            "unit", "unit",
            "currency", "currency",
            "day", "counted_day");

    private static final List<String> FIGURES = List.of(
            "offered",
            "open",
            "done",
            "declined",
            "late",
            "returned",
            "returnedShare",
            "meanTurnaroundMinutes",
            "p90TurnaroundMinutes",
            "reviewed",
            "meanScore",
            "units",
            "cost",
            "costPerUnit",
            "meanMinutesPerUnit");

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    PartnerReport(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public ReportName name() {
        return ReportName.PARTNER;
    }

    @Override
    public Report of(Period period, List<String> groups, String generatedAt) {
        String names = groups.stream().map(COLUMN::get).collect(Collectors.joining(", "));
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select " + (groups.isEmpty() ? "" : names + ", ")
                        + "count(*) as offered, " + count("still_open", "OFFERED", "ACCEPTED", "FINISHED") + ", "
                        + count("done", "DONE") + ", " + count("declined", "DECLINED") + ", " + count("late", "LATE")
                        + ", " + count("returned", "RETURNED") + ", avg(turnaround) as mean_turnaround, "
                        + "percentile_cont(0.9) within group (order by turnaround) as p90_turnaround, "
                        + "count(qa_score) as reviewed, avg(cast(qa_score as double precision)) as mean_score, "
                        + "sum(billed) as units, sum(amount) as amount, sum(billed_minutes) as minutes, "
                        + "count(distinct billed_currency) as currencies from (" + inner() + ") counted"
                        + (groups.isEmpty() ? "" : " group by " + names + " order by " + names))
                .param("tenant", agency.tenant())
                .param("zone", period.zone().getId())
                .param("start", period.start())
                .param("end", period.end())
                .query((row, index) -> row(row, groups))
                .list();
        List<String> columns = new ArrayList<>(groups);
        columns.addAll(FIGURES);
        return Report.of(name(), period, generatedAt, groups, columns, rows);
    }

    private static String inner() {
        String local = "(given.offered_at at time zone :zone)";
        return "select cast(extract(year from " + local + ") * 10000 + extract(month from " + local
                + ") * 100 + extract(day from " + local + ") as integer) as counted_day, given.partner_id,"
                + " given.work_type, given.queue, given.unit, given.currency, given.status, given.qa_score,"
                + " extract(epoch from (given.finished_at - given.offered_at)) / 60.0 as turnaround,"
                + " line.units as billed, line.amount, line.currency as billed_currency,"
                + " case when line.units is null then null else given.minutes end as billed_minutes"
                + " from partner_assignment given left join partner_invoice_line line on line.assignment_id = given.id"
                + " where given.tenant_id = :tenant and given.offered_at >= :start and given.offered_at < :end";
    }

    private static String count(String column, String... statuses) {
        return "coalesce(sum(case when status in ('" + String.join("', '", statuses) + "') then 1 else 0 end), 0) as "
                + column;
    }

    private static Map<String, @Nullable Object> row(ResultSet rs, List<String> groups) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (String group : groups) {
            row.put(group, group.equals("day") ? day(rs.getInt("counted_day")) : rs.getString(COLUMN.get(group)));
        }
        long offered = rs.getLong("offered");
        long units = rs.getLong("units");
        @Nullable BigDecimal amount = rs.getInt("currencies") > 1 ? null : rs.getBigDecimal("amount");
        row.put("offered", offered);
        row.put("open", rs.getLong("still_open"));
        for (String status : List.of("done", "declined", "late", "returned")) {
            row.put(status, rs.getLong(status));
        }
        row.put("returnedShare", quotient(BigDecimal.valueOf(rs.getLong("returned")), offered, 4));
        row.put("meanTurnaroundMinutes", decimal(rs.getBigDecimal("mean_turnaround")));
        row.put("p90TurnaroundMinutes", decimal(rs.getBigDecimal("p90_turnaround")));
        row.put("reviewed", rs.getLong("reviewed"));
        row.put("meanScore", decimal(rs.getBigDecimal("mean_score")));
        row.put("units", units);
        row.put(
                "cost",
                amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
        @Nullable BigDecimal each = quotient(amount, units, 2);
        row.put("costPerUnit", each == null ? null : each.toPlainString());
        row.put("meanMinutesPerUnit", quotient(rs.getBigDecimal("minutes"), units, 2));
        return row;
    }

    private static String day(int number) {
        return LocalDate.of(number / 10000, number / 100 % 100, number % 100).toString();
    }

    private static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal quotient(@Nullable BigDecimal part, long whole, int scale) {
        return part == null || whole == 0 ? null : part.divide(BigDecimal.valueOf(whole), scale, RoundingMode.HALF_UP);
    }
}

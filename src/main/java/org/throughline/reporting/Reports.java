package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;

/**
 * The agency's figures, from the read side of the requests, the engine's history and the tables beside them. Days are the
 * agency's; a group without a value is an empty text.
 */
@Service
@Transactional(readOnly = true)
public class Reports {

    private static final List<String> CYCLE =
            List.of("closed", "meanMinutes", "p50Minutes", "p90Minutes", "p95Minutes");
    private static final List<String> COMPLETION = List.of(
            "opened", "closed", "done", "declined", "withdrawn", "notWork", "duplicate", "other", "straightThrough");
    private static final List<String> BACKLOG = List.of(
            "open",
            "days0to1",
            "days2to3",
            "days4to7",
            "days8plus",
            "overdue",
            "pastHardDate",
            "oldestDays",
            "oldestOpenedAt");
    private static final List<String> OVERSIGHT =
            List.of("outputs", "accepted", "changed", "undecided", "meanConfidence", "overrideRate");

    private final JdbcClient jdbc;
    private final Map<ReportName, ReportSource> sources;
    private final AgencyProfile agency;
    private final Clock clock;

    Reports(JdbcClient jdbc, List<ReportSource> sources, AgencyProfile agency, Clock clock) {
        this.sources = sources.stream().collect(Collectors.toMap(ReportSource::name, Function.identity()));
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    /**
     * The figures of a report.
     *
     * @param from first day as {@code 2026-11-01}; without it the period has 30 days
     * @param to last day, included; without it today
     * @param groupBy names as in {@link ReportName#groupings()}, comma separated, or {@code none} for one row in all;
     *     without it the report's own grouping
     * @throws ReportRequestRefused when one of them cannot be used
     */
    public Report report(ReportName name, @Nullable String from, @Nullable String to, @Nullable String groupBy) {
        Period period = Period.asked(from, to, agency.timeZone(), clock);
        List<String> groups = Grouping.asked(name, groupBy);
        return switch (name) {
            case VOLUME -> volume(period, groups);
            case CYCLE_TIME -> cycleTime(period, groups);
            case COMPLETION -> completion(period, groups);
            case SLA -> sla(period, groups);
            case BACKLOG -> backlog(groups);
            case AI_OVERSIGHT -> oversight(period, groups);
            case PARTNER, STRAIGHT_THROUGH, COST, CAPACITY, UNCONFIRMED ->
                Objects.requireNonNull(sources.get(name), () -> "No bean makes the report " + name.id())
                        .of(period, groups, local(now()));
        };
    }

    /** A request that a person sent another way counts once, under the route and queue that it has now. */
    private Report volume(Period period, List<String> groups) {
        String inner = "select " + Grouping.day("opened_at") + ", work_type, route, queue, channel, case when exists"
                + " (select 1 from request_intervention moved where moved.request_number = request.number"
                + " and moved.kind = 'REROUTED') then 1 else 0 end as rerouted from service_request request "
                + "where tenant_id = :tenant and opened_at >= :start and opened_at < :end";
        return grouped(
                ReportName.VOLUME,
                period,
                groups,
                List.of("opened", "rerouted"),
                "count(*) as opened, coalesce(sum(rerouted), 0) as rerouted",
                inner,
                (row, rs) -> {
                    row.put("opened", rs.getLong("opened"));
                    row.put("rerouted", rs.getLong("rerouted"));
                });
    }

    private Report cycleTime(Period period, List<String> groups) {
        String inner = "select " + Grouping.day("closed_at") + ", work_type, route, queue, channel, "
                + "extract(epoch from (closed_at - opened_at)) / 60.0 as minutes from service_request "
                + "where tenant_id = :tenant and closed_at >= :start and closed_at < :end";
        String figures = "count(*) as closed, avg(minutes) as mean_minutes, "
                + "percentile_cont(0.5) within group (order by minutes) as p50_minutes, "
                + "percentile_cont(0.9) within group (order by minutes) as p90_minutes, "
                + "percentile_cont(0.95) within group (order by minutes) as p95_minutes";
        return grouped(ReportName.CYCLE_TIME, period, groups, CYCLE, figures, inner, (row, rs) -> {
            row.put("closed", rs.getLong("closed"));
            row.put("meanMinutes", decimal(rs.getBigDecimal("mean_minutes")));
            row.put("p50Minutes", decimal(rs.getBigDecimal("p50_minutes")));
            row.put("p90Minutes", decimal(rs.getBigDecimal("p90_minutes")));
            row.put("p95Minutes", decimal(rs.getBigDecimal("p95_minutes")));
        });
    }

    private Report completion(Period period, List<String> groups) {
        String common = ", work_type, route, queue, channel, status, touched_by_person, ";
        String inner = "select " + Grouping.day("opened_at") + common + "1 as opened, 0 as closed from service_request "
                + "where tenant_id = :tenant and opened_at >= :start and opened_at < :end union all select "
                + Grouping.day("closed_at") + common + "0 as opened, 1 as closed from service_request "
                + "where tenant_id = :tenant and closed_at >= :start and closed_at < :end";
        String figures = "sum(opened) as opened, sum(closed) as closed, " + ended("DONE", "done") + ", "
                + ended("DECLINED", "declined") + ", " + ended("WITHDRAWN", "withdrawn") + ", "
                + ended("NOT_WORK", "not_work") + ", " + ended("DUPLICATE", "duplicate")
                + ", sum(case when touched_by_person then 0 else closed end) as straight_through";
        List<String> columns = new ArrayList<>(COMPLETION);
        columns.add("straightThroughShare");
        return grouped(ReportName.COMPLETION, period, groups, columns, figures, inner, (row, rs) -> {
            long closed = rs.getLong("closed");
            long named = 0;
            row.put("opened", rs.getLong("opened"));
            row.put("closed", closed);
            for (String how : List.of("done", "declined", "withdrawn", "not_work", "duplicate")) {
                named += rs.getLong(how);
                row.put(how.equals("not_work") ? "notWork" : how, rs.getLong(how));
            }
            row.put("other", closed - named);
            row.put("straightThrough", rs.getLong("straight_through"));
            row.put("straightThroughShare", share(rs.getLong("straight_through"), closed));
        });
    }

    private Report sla(Period period, List<String> groups) {
        String inner = SlaFigures.rows(Grouping.day("closed_at"), Grouping.day("sla_due_at"));
        return grouped(ReportName.SLA, period, groups, SlaFigures.COLUMNS, SlaFigures.SUMS, inner, (row, rs) -> {
            for (String count : SlaFigures.COUNTS) {
                row.put(count, rs.getLong(count));
            }
            row.put("attainment", share(rs.getLong("withinDue"), rs.getLong("closed")));
        });
    }

    private Report backlog(List<String> groups) {
        OffsetDateTime now = now();
        String figures = "count(*) as open_now, sum(case when opened_at > :days2 then 1 else 0 end) as days0to1, "
                + "sum(case when opened_at <= :days2 and opened_at > :days4 then 1 else 0 end) as days2to3, "
                + "sum(case when opened_at <= :days4 and opened_at > :days8 then 1 else 0 end) as days4to7, "
                + "sum(case when opened_at <= :days8 then 1 else 0 end) as days8plus, "
                + "sum(case when sla_due_at < :now then 1 else 0 end) as overdue, "
                + "sum(case when hard_date < :today then 1 else 0 end) as past_hard_date, min(opened_at) as oldest";
        Grouping grouping = new Grouping(groups);
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select " + grouping.selected() + figures
                        + " from service_request where tenant_id = :tenant and closed_at is null"
                        + grouping.groupedBy() + grouping.orderedBy())
                .param("tenant", agency.tenant())
                .param("now", now)
                .param("today", now.atZoneSameInstant(agency.timeZone()).toLocalDate())
                .param("days2", now.minusDays(2))
                .param("days4", now.minusDays(4))
                .param("days8", now.minusDays(8))
                .query((rs, index) -> {
                    Map<String, @Nullable Object> row = grouping.values(rs);
                    row.put("open", rs.getLong("open_now"));
                    for (String column : List.of("days0to1", "days2to3", "days4to7", "days8plus", "overdue")) {
                        row.put(column, rs.getLong(column));
                    }
                    row.put("pastHardDate", rs.getLong("past_hard_date"));
                    @Nullable OffsetDateTime oldest = rs.getObject("oldest", OffsetDateTime.class);
                    row.put("oldestDays", oldest == null ? null : ChronoUnit.DAYS.between(oldest, now));
                    row.put("oldestOpenedAt", oldest == null ? null : local(oldest));
                    return row;
                })
                .list();
        return Report.ofNow(ReportName.BACKLOG, agency.timeZone(), local(now), groups, grouping.columns(BACKLOG), rows);
    }

    /** What models said and what people did with it; the override rate is the share of changed in what was decided. */
    private Report oversight(Period period, List<String> groups) {
        String inner = "select " + Grouping.day("made_at")
                + ", ai_function, source, model_version, work_type, confidence, outcome"
                + " from ai_output where tenant_id = :tenant and made_at >= :start and made_at < :end";
        String figures = "count(*) as outputs, sum(case when outcome = 'ACCEPTED' then 1 else 0 end) as accepted, "
                + "sum(case when outcome = 'CHANGED' then 1 else 0 end) as changed, avg(confidence) as mean_confidence";
        return grouped(ReportName.AI_OVERSIGHT, period, groups, OVERSIGHT, figures, inner, (row, rs) -> {
            long all = rs.getLong("outputs");
            long accepted = rs.getLong("accepted");
            long changed = rs.getLong("changed");
            row.put("outputs", all);
            row.put("accepted", accepted);
            row.put("changed", changed);
            row.put("undecided", all - accepted - changed);
            row.put("meanConfidence", decimal(rs.getBigDecimal("mean_confidence")));
            row.put("overrideRate", share(changed, accepted + changed));
        });
    }

    private interface Figures {
        void read(Map<String, @Nullable Object> row, ResultSet rs) throws SQLException;
    }

    private Report grouped(
            ReportName name,
            Period period,
            List<String> groups,
            List<String> figureColumns,
            String figures,
            String inner,
            Figures reader) {
        Grouping grouping = new Grouping(groups);
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select " + grouping.selected() + figures + " from ("
                        + inner + ") counted" + grouping.groupedBy() + grouping.orderedBy())
                .param("tenant", agency.tenant())
                .param("zone", period.zone().getId())
                .param("start", period.start())
                .param("end", period.end())
                .param("now", now())
                .query((rs, index) -> {
                    Map<String, @Nullable Object> row = grouping.values(rs);
                    reader.read(row, rs);
                    return row;
                })
                .list();
        return Report.of(name, period, local(now()), groups, grouping.columns(figureColumns), rows);
    }

    private static String ended(String status, String column) {
        return "sum(case when status = '" + status + "' then closed else 0 end) as " + column;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    private String local(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZoneSameInstant(agency.timeZone()));
    }

    private static @Nullable BigDecimal decimal(@Nullable BigDecimal value) {
        return value == null ? null : value.setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}

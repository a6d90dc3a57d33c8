package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;

/**
 * The agency's figures, each from one query on the read side of the requests or the register of AI outputs. Days are the agency's; a group without a
 * value is an empty text.
 */
@Service
@Transactional(readOnly = true)
public class Reports {

    private static final Map<String, String> COLUMN = Map.of(
            "workType",
            "work_type",
            "route",
            "route",
            "queue",
            "queue",
            "channel",
            "channel",
            "day",
            "counted_day",
            "function",
            "ai_function",
            "source",
            "source",
            "modelVersion",
            "model_version");

    private static final List<String> CYCLE =
            List.of("closed", "meanMinutes", "p50Minutes", "p90Minutes", "p95Minutes");
    private static final List<String> COMPLETION = List.of(
            "opened", "closed", "done", "declined", "withdrawn", "notWork", "duplicate", "other", "straightThrough");
    private static final List<String> BACKLOG =
            List.of("open", "days0to1", "days2to3", "days4to7", "days8plus", "overdue", "pastHardDate", "oldestDays");
    private static final List<String> OVERSIGHT =
            List.of("outputs", "accepted", "changed", "undecided", "meanConfidence", "overrideRate");

    private final JdbcClient jdbc;
    private final PartnerReport partnerReport;
    private final AgencyProfile agency;
    private final Clock clock;

    Reports(JdbcClient jdbc, PartnerReport partnerReport, AgencyProfile agency, Clock clock) {
        this.partnerReport = partnerReport;
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
        List<String> groups = groups(name, groupBy);
        return switch (name) {
            case VOLUME -> volume(period, groups);
            case CYCLE_TIME -> cycleTime(period, groups);
            case COMPLETION -> completion(period, groups);
            case SLA -> sla(period, groups);
            case BACKLOG -> backlog(groups);
            case AI_OVERSIGHT -> oversight(period, groups);
            case PARTNER -> partnerReport.of(period, groups, local(now()));
        };
    }

    private Report volume(Period period, List<String> groups) {
        String inner = "select " + day("opened_at") + ", work_type, route, queue, channel from service_request "
                + "where tenant_id = :tenant and opened_at >= :start and opened_at < :end";
        return grouped(
                ReportName.VOLUME,
                period,
                groups,
                List.of("opened"),
                "count(*) as opened",
                inner,
                (row, rs) -> row.put("opened", rs.getLong("opened")));
    }

    private Report cycleTime(Period period, List<String> groups) {
        String inner = "select " + day("closed_at") + ", work_type, route, queue, channel, "
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
        String inner = "select " + day("opened_at") + common + "1 as opened, 0 as closed from service_request "
                + "where tenant_id = :tenant and opened_at >= :start and opened_at < :end union all select "
                + day("closed_at") + common + "0 as opened, 1 as closed from service_request "
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
        String inner = SlaFigures.rows(day("closed_at"), day("sla_due_at"));
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
        List<String> columns = columns(groups, BACKLOG, "oldestOpenedAt");
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select " + groupList(groups) + figures
                        + " from service_request where tenant_id = :tenant and closed_at is null" + groupBy(groups)
                        + orderBy(groups))
                .param("tenant", agency.tenant())
                .param("now", now)
                .param("today", now.atZoneSameInstant(agency.timeZone()).toLocalDate())
                .param("days2", now.minusDays(2))
                .param("days4", now.minusDays(4))
                .param("days8", now.minusDays(8))
                .query((rs, index) -> {
                    Map<String, @Nullable Object> row = groupValues(rs, groups);
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
        return new Report(
                ReportName.BACKLOG.id(),
                ReportName.BACKLOG.dateCounted(),
                null,
                null,
                agency.timeZone().getId(),
                local(now),
                groups,
                columns,
                rows);
    }

    /** What models said and what people did with it; the override rate is the share of changed in what was decided. */
    private Report oversight(Period period, List<String> groups) {
        String inner =
                "select " + day("made_at") + ", ai_function, source, model_version, work_type, confidence, outcome"
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
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select " + groupList(groups) + figures + " from (" + inner
                        + ") counted" + groupBy(groups) + orderBy(groups))
                .param("tenant", agency.tenant())
                .param("zone", period.zone().getId())
                .param("start", period.start())
                .param("end", period.end())
                .param("now", now())
                .query((rs, index) -> {
                    Map<String, @Nullable Object> row = groupValues(rs, groups);
                    reader.read(row, rs);
                    return row;
                })
                .list();
        return new Report(
                name.id(),
                name.dateCounted(),
                period.from().toString(),
                period.to().toString(),
                period.zone().getId(),
                local(now()),
                groups,
                columns(groups, figureColumns, null),
                rows);
    }

    private static Map<String, @Nullable Object> groupValues(ResultSet rs, List<String> groups) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (String group : groups) {
            String column = String.valueOf(COLUMN.get(group));
            if (group.equals("day")) {
                int day = rs.getInt(column);
                row.put(
                        group,
                        LocalDate.of(day / 10000, day / 100 % 100, day % 100).toString());
            } else {
                @Nullable String value = rs.getString(column);
                row.put(group, value == null ? "" : value);
            }
        }
        return row;
    }

    private static List<String> columns(List<String> groups, List<String> figures, @Nullable String last) {
        List<String> columns = new ArrayList<>(groups);
        columns.addAll(figures);
        if (last != null) {
            columns.add(last);
        }
        return columns;
    }

    /** The day of the agency's calendar as a number, 20261123: the same expression on every database. */
    private static String day(String column) {
        String local = "(" + column + " at time zone :zone)";
        return "cast(extract(year from " + local + ") * 10000 + extract(month from " + local
                + ") * 100 + extract(day from " + local + ") as integer) as counted_day";
    }

    private static String ended(String status, String column) {
        return "sum(case when status = '" + status + "' then closed else 0 end) as " + column;
    }

    private static String groupList(List<String> groups) {
        return groups.stream().map(group -> COLUMN.get(group) + ", ").collect(Collectors.joining());
    }

    private static String groupBy(List<String> groups) {
        return groups.isEmpty() ? "" : " group by " + names(groups);
    }

    private static String orderBy(List<String> groups) {
        return groups.isEmpty() ? "" : " order by " + names(groups);
    }

    private static String names(List<String> groups) {
        return groups.stream().map(COLUMN::get).collect(Collectors.joining(", "));
    }

    private static List<String> groups(ReportName name, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return name.defaultGrouping();
        }
        if (asked.equals("none")) {
            return List.of();
        }
        List<String> groups = Arrays.stream(asked.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (!name.groupings().containsAll(groups)) {
            throw new ReportRequestRefused("The report " + name.id() + " cannot be grouped by \"" + asked
                    + "\". Use one or more of " + String.join(", ", name.groupings()) + ", with commas between.");
        }
        return groups;
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

package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.calendar.BusinessCalendar;

/**
 * Changes that carriers have and have not confirmed, the oldest first. None of them is coverage; each that grows old is a
 * risk of the agency's own.
 */
@Component
class UnconfirmedReport implements ReportSource {

    private static final String REQUEST = "request";
    private static final int OLD_DAYS = 5;

    private static final List<String> DETAIL = List.of(
            "client",
            "carrier",
            "operation",
            "policyNumber",
            "channel",
            "submittedAt",
            "ageBusinessDays",
            "lastChaseAt",
            "hardDate",
            "status");

    private static final List<String> FIGURES =
            List.of("unconfirmed", "olderThan5BusinessDays", "oldestBusinessDays", "meanBusinessDays", "pastHardDate");

    private static final Comparator<Waiting> OLDEST =
            Comparator.comparing(Waiting::submittedAt).thenComparing(Waiting::request);

    private final JdbcClient jdbc;
    private final BusinessCalendar calendar;
    private final AgencyProfile agency;
    private final Clock clock;

    UnconfirmedReport(JdbcClient jdbc, BusinessCalendar calendar, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.calendar = calendar;
        this.agency = agency;
        this.clock = clock;
    }

    private record Waiting(
            String request,
            @Nullable String client,
            String carrier,
            String operation,
            String policy,
            String channel,
            OffsetDateTime submittedAt,
            @Nullable OffsetDateTime lastChaseAt,
            @Nullable LocalDate hardDate,
            @Nullable String status,
            int age) {}

    @Override
    public ReportName name() {
        return ReportName.UNCONFIRMED;
    }

    @Override
    public Report of(Period period, List<String> groups, String generatedAt) {
        List<Waiting> all = waiting();
        boolean each = groups.contains(REQUEST);
        List<Map<String, @Nullable Object>> rows =
                each ? all.stream().map(one -> detail(one, groups)).toList() : grouped(all, groups);
        List<String> columns = new ArrayList<>(groups);
        (each ? DETAIL : FIGURES)
                .stream().filter(column -> !columns.contains(column)).forEach(columns::add);
        return Report.ofNow(name(), agency.timeZone(), generatedAt, groups, columns, rows);
    }

    /** When a carrier was asked last stands in the history of the process that waits for it. */
    private List<Waiting> waiting() {
        LocalDate today = LocalDate.now(clock.withZone(calendar.zone()));
        return jdbc
                .sql("select submission.request_number, request.client_name, submission.carrier, submission.operation,"
                        + " submission.policy_number, submission.channel, submission.submitted_at, request.hard_date,"
                        + " request.status, (select max(chase.END_TIME_) from ACT_HI_ACTINST chase"
                        + " join ACT_HI_PROCINST process on process.ID_ = chase.PROC_INST_ID_"
                        + " where process.BUSINESS_KEY_ = submission.request_number"
                        + " and chase.ACT_ID_ in ('Task_AskCarrier', 'Task_ChaseCarrier')"
                        + " and chase.END_TIME_ >= submission.submitted_at) as last_chase"
                        + " from carrier_submission submission"
                        + " left join service_request request on request.number = submission.request_number"
                        + " where submission.tenant_id = :tenant and submission.state = 'WAITING'"
                        + " and submission.submitted_at is not null"
                        + " and submission.operation in ('POLICY_CHANGE', 'CANCELLATION', 'REINSTATEMENT')")
                .param("tenant", agency.tenant())
                .query((row, index) -> waiting(row, today))
                .list()
                .stream()
                .sorted(OLDEST)
                .toList();
    }

    private Waiting waiting(ResultSet row, LocalDate today) throws SQLException {
        OffsetDateTime submitted = row.getObject("submitted_at", OffsetDateTime.class);
        java.sql.@Nullable Timestamp chased = row.getTimestamp("last_chase");
        return new Waiting(
                row.getString("request_number"),
                row.getString("client_name"),
                row.getString("carrier"),
                row.getString("operation"),
                row.getString("policy_number"),
                row.getString("channel"),
                submitted,
                chased == null
                        ? null
                        : chased.toInstant().atZone(calendar.zone()).toOffsetDateTime(),
                row.getObject("hard_date", LocalDate.class),
                row.getString("status"),
                calendar.businessDaysAfter(
                        submitted.atZoneSameInstant(calendar.zone()).toLocalDate(), today));
    }

    private Map<String, @Nullable Object> detail(Waiting one, List<String> groups) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        groups.forEach(group -> values.put(group, key(one, group)));
        values.put("client", Objects.requireNonNullElse(one.client(), ""));
        values.put("carrier", one.carrier());
        values.put("operation", one.operation());
        values.put("policyNumber", one.policy());
        values.put("channel", one.channel());
        values.put("submittedAt", local(one.submittedAt()));
        values.put("ageBusinessDays", one.age());
        values.put("lastChaseAt", one.lastChaseAt() == null ? null : local(one.lastChaseAt()));
        values.put("hardDate", one.hardDate() == null ? null : one.hardDate().toString());
        values.put("status", one.status());
        return values;
    }

    private List<Map<String, @Nullable Object>> grouped(List<Waiting> all, List<String> groups) {
        if (groups.isEmpty()) {
            return List.of(figures(all, new LinkedHashMap<>()));
        }
        Map<List<String>, List<Waiting>> found = all.stream()
                .collect(Collectors.groupingBy(
                        one -> groups.stream().map(group -> key(one, group)).toList(),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return found.values().stream()
                .map(members -> {
                    Map<String, @Nullable Object> row = new LinkedHashMap<>();
                    groups.forEach(group -> row.put(group, key(members.get(0), group)));
                    return figures(members, row);
                })
                .toList();
    }

    private Map<String, @Nullable Object> figures(List<Waiting> members, Map<String, @Nullable Object> row) {
        LocalDate today = LocalDate.now(clock.withZone(calendar.zone()));
        row.put("unconfirmed", (long) members.size());
        row.put(
                "olderThan5BusinessDays",
                members.stream().filter(one -> one.age() > OLD_DAYS).count());
        row.put("oldestBusinessDays", members.isEmpty() ? null : members.get(0).age());
        row.put("meanBusinessDays", mean(members));
        row.put(
                "pastHardDate",
                members.stream()
                        .filter(one -> one.hardDate() != null && one.hardDate().isBefore(today))
                        .count());
        return row;
    }

    private static @Nullable BigDecimal mean(List<Waiting> members) {
        return members.isEmpty()
                ? null
                : BigDecimal.valueOf(members.stream().mapToLong(Waiting::age).sum())
                        .divide(BigDecimal.valueOf(members.size()), 2, RoundingMode.HALF_UP);
    }

    private static String key(Waiting one, String group) {
        return switch (group) {
            case REQUEST -> one.request();
            case "carrier" -> one.carrier();
            default -> one.operation();
        };
    }

    private String local(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZoneSameInstant(agency.timeZone()));
    }
}

package org.throughline.staff.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.LicenseCheck;
import org.throughline.staff.LicenseCheck.Outcome;
import org.throughline.staff.LicenseCheck.Path;
import org.throughline.staff.LicenseChecks;
import org.throughline.staff.LicenseNeed;

/** Answers of the gate in {@code license_check}, needs of waiting tasks in {@code license_need}. */
@Repository
class JdbcLicenseChecks implements LicenseChecks {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_REASON = 1000;

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcLicenseChecks(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    private record Where(String sql, Map<String, Object> values) {}

    @Override
    public void need(String taskId, String acts, LicenseNeed need) {
        jdbc.sql("insert into license_need (task_id, tenant_id, acts, state, lines, appointment_required, carrier)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(taskId)
                .param(agency.tenant())
                .param(acts)
                .param(need.state())
                .param(String.join(",", need.lines()))
                .param(need.appointment())
                .param(need.carrier())
                .update();
    }

    @Override
    public Optional<LicenseNeed> needOf(String taskId) {
        return jdbc.sql("select * from license_need where task_id = ?")
                .param(taskId)
                .query((row, n) -> new LicenseNeed(
                        row.getString("state"),
                        lines(row.getString("lines")),
                        row.getBoolean("appointment_required"),
                        row.getString("carrier")))
                .optional();
    }

    @Override
    public void forgetNeed(String taskId) {
        jdbc.sql("delete from license_need where task_id = ?").param(taskId).update();
    }

    @Override
    public void record(LicenseCheck check) {
        jdbc.sql("insert into license_check (id, tenant_id, checked_at, person, path, acts, task_id, task_name,"
                        + " request_number, state, lines, carrier, outcome, licenses, reason)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID().toString())
                .param(agency.tenant())
                .param(check.at().withOffsetSameInstant(ZoneOffset.UTC))
                .param(check.person())
                .param(check.path().name())
                .param(check.acts())
                .param(check.task())
                .param(cut(check.taskName(), LONGEST_NAME))
                .param(check.request())
                .param(check.state())
                .param(check.lines())
                .param(check.carrier())
                .param(check.outcome().name())
                .param(check.licenses())
                .param(cut(check.reason(), LONGEST_REASON))
                .update();
    }

    @Override
    public List<LicenseCheck> ofRequest(String requestNumber) {
        return jdbc.sql(
                        "select * from license_check where tenant_id = ? and request_number = ? order by checked_at, id")
                .params(agency.tenant(), requestNumber)
                .query((row, n) -> check(row))
                .list();
    }

    @Override
    public List<LicenseCheck> find(Query query, int page, int size) {
        Where where = where(query);
        return jdbc.sql("select * from license_check where " + where.sql()
                        + " order by checked_at desc, id offset :skipped rows fetch next :size rows only")
                .params(where.values())
                .param("skipped", (long) page * size)
                .param("size", size)
                .query((row, n) -> check(row))
                .list();
    }

    @Override
    public long count(Query query) {
        Where where = where(query);
        return jdbc.sql("select count(*) from license_check where " + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    private Where where(Query query) {
        StringBuilder sql = new StringBuilder("tenant_id = :tenant");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", agency.tenant()));
        and(sql, values, "person = :person", "person", query.person());
        and(sql, values, "request_number = :request", "request", query.request());
        and(
                sql,
                values,
                "outcome = :outcome",
                "outcome",
                query.outcome() == null ? null : query.outcome().name());
        and(
                sql,
                values,
                "checked_at >= :from",
                "from",
                query.from() == null ? null : query.from().atOffset(ZoneOffset.UTC));
        and(
                sql,
                values,
                "checked_at < :to",
                "to",
                query.to() == null ? null : query.to().atOffset(ZoneOffset.UTC));
        return new Where(sql.toString(), values);
    }

    private static void and(
            StringBuilder sql, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            values.put(name, value);
        }
    }

    private LicenseCheck check(ResultSet row) throws SQLException {
        return new LicenseCheck(
                row.getObject("checked_at", OffsetDateTime.class)
                        .atZoneSameInstant(agency.timeZone())
                        .toOffsetDateTime(),
                row.getString("person"),
                Path.valueOf(row.getString("path")),
                row.getString("acts"),
                row.getString("task_id"),
                row.getString("task_name"),
                row.getString("request_number"),
                row.getString("state"),
                row.getString("lines"),
                row.getString("carrier"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("licenses"),
                row.getString("reason"));
    }

    private static Set<String> lines(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(",", -1));
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}

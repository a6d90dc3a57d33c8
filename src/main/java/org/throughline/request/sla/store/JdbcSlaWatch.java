package org.throughline.request.sla.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.transactions.FirstInsert;
import org.throughline.request.sla.SlaClock;
import org.throughline.request.sla.SlaWatch;
import org.throughline.request.sla.WatchedRequest;

/**
 * The table {@code sla_watch} beside the read side of the requests. A look belongs to the node whose update still finds the
 * count of looks that it read; of two at once the second waits for the first and then finds another count.
 */
@Repository
class JdbcSlaWatch implements SlaWatch {

    /**
     * Asked and ordered so that both databases walk the index on open requests and closed ones cost nothing. Work after the closing, such as a
     * corrected address, was promised for no time.
     */
    private static final String DUE = "select request.number, request.process_instance_id, request.sla_clock,"
            + " request.opened_at, request.sla_due_at, request.sla_paused_at, request.hard_date,"
            + " watch.span_seconds, watch.looks"
            + " from service_request request left join sla_watch watch on watch.request_number = request.number"
            + " where request.tenant_id = :tenant and request.closed_at is null and request.sla_due_at is not null"
            + " and coalesce(request.follow_up_id, '') = '' and request.number > :after"
            + " and (watch.request_number is null and request.opened_at <= :settled"
            + " or watch.next_look_at <= :now"
            + " or watch.due_at <> request.sla_due_at"
            + " or watch.paused <> (request.sla_paused_at is not null)"
            + " or watch.hard_date is distinct from request.hard_date)"
            + " order by request.closed_at, request.number fetch first :count rows only";

    /** What automation does by itself is closed before that and is never watched. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final FirstInsert first;
    private final AgencyProfile agency;

    JdbcSlaWatch(JdbcClient jdbc, FirstInsert first, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.first = first;
        this.agency = agency;
    }

    @Override
    public List<WatchedRequest> due(Instant now, String after, int count) {
        return jdbc.sql(DUE)
                .param("tenant", agency.tenant())
                .param("after", after)
                .param("now", utc(now))
                .param("settled", utc(now.minus(SETTLING)))
                .param("count", count)
                .query((row, n) -> watched(row))
                .list();
    }

    private static WatchedRequest watched(ResultSet row) throws SQLException {
        long seconds = row.getLong("span_seconds");
        @Nullable Duration span = row.wasNull() ? null : Duration.ofSeconds(seconds);
        return new WatchedRequest(
                row.getString("number"),
                row.getString("process_instance_id"),
                SlaClock.of(row.getString("sla_clock")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("sla_due_at", OffsetDateTime.class).toInstant(),
                row.getObject("sla_paused_at", OffsetDateTime.class) != null,
                row.getObject("hard_date", LocalDate.class),
                span,
                row.getInt("looks"));
    }

    @Override
    public boolean take(WatchedRequest request, Duration span, @Nullable Instant nextLook) {
        String sql = request.span() == null
                ? "insert into sla_watch (span_seconds, due_at, hard_date, paused, next_look_at, tenant_id, looks,"
                        + " request_number) values (:span, :due, :hardDate, :paused, :next, :tenant, :looks + 1, :number)"
                : "update sla_watch set span_seconds = :span, due_at = :due, hard_date = :hardDate, paused = :paused,"
                        + " next_look_at = :next, looks = looks + 1"
                        + " where tenant_id = :tenant and request_number = :number and looks = :looks";
        StatementSpec statement = jdbc.sql(sql)
                .param("span", span.toSeconds())
                .param("due", utc(request.dueAt()))
                .param("hardDate", request.hardDate(), Types.DATE)
                .param("paused", request.paused())
                .param("next", nextLook == null ? null : utc(nextLook), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("tenant", agency.tenant())
                .param("looks", request.looks())
                .param("number", request.number());
        return request.span() == null ? first.insert(statement::update) : statement.update() == 1;
    }

    @Override
    public Optional<Instant> lastActed(String processInstanceId) {
        return jdbc.sql("select max(TIMESTAMP_) from ACT_HI_OP_LOG where ROOT_PROC_INST_ID_ = ?"
                        + " and ENTITY_TYPE_ = 'Task' and USER_ID_ is not null")
                .param(processInstanceId)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(time -> time.toInstant()))
                .single();
    }

    @Override
    public List<String> closed(int count) {
        return jdbc.sql("select watch.request_number from sla_watch watch"
                        + " left join service_request request on request.number = watch.request_number"
                        + " where watch.tenant_id = ? and (request.number is null or request.closed_at is not null)"
                        + " order by watch.request_number fetch first ? rows only")
                .params(agency.tenant(), count)
                .query(String.class)
                .list();
    }

    @Override
    public boolean forget(String requestNumber) {
        return jdbc.sql("delete from sla_watch where tenant_id = ? and request_number = ?")
                        .params(agency.tenant(), requestNumber)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

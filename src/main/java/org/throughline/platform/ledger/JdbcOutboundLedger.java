package org.throughline.platform.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.vendor.VendorRejected;

/**
 * The ledger in table {@code outbound_write}.
 *
 * <p>A row is looked up at the far end before every attempt, the first one too: a process that dies between a call and
 * its commit leaves no trace of the call here, so only the far end can tell. Looking costs one read and makes any
 * repeat harmless.
 */
@Repository
class JdbcOutboundLedger implements OutboundLedger {

    private static final int DETAIL_LENGTH = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final OutboundChannels channels;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcOutboundLedger(
            JdbcTemplate batches, ObjectMapper json, OutboundChannels channels, AgencyProfile agency, Clock clock) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.json = json;
        this.channels = channels;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<OutboundWrite> plan(String requestNumber, List<PlannedWrite> payloads) {
        if (payloads.isEmpty()) {
            return List.of();
        }
        int last = jdbc.sql("select coalesce(max(position), 0) from outbound_write where request_number = ?")
                .param(requestNumber)
                .query(Integer.class)
                .single();
        Instant now = clock.instant();
        List<OutboundWrite> rows = new ArrayList<>();
        for (PlannedWrite planned : payloads) {
            int position = ++last;
            rows.add(new OutboundWrite(
                    UUID.randomUUID().toString(),
                    requestNumber,
                    position,
                    planned.kind(),
                    requestNumber + "-" + position,
                    serialized(planned.payload()),
                    WriteStatus.PLANNED,
                    0,
                    null,
                    null,
                    now,
                    null));
        }
        batches.batchUpdate("""
                insert into outbound_write (id, tenant_id, request_number, position, kind, reference, payload, status,
                    attempts, planned_at) values (?, ?, ?, ?, ?, ?, ?, 'PLANNED', 0, ?)
                """, rows, rows.size(), (statement, row) -> {
            statement.setString(1, row.id());
            statement.setString(2, agency.tenant());
            statement.setString(3, row.requestNumber());
            statement.setInt(4, row.position());
            statement.setString(5, row.kind().name());
            statement.setString(6, row.reference());
            statement.setString(7, row.payload());
            statement.setObject(8, sqlTime(now));
        });
        return rows;
    }

    @Override
    @Transactional
    public Optional<OutboundWrite> carryOutNext(String requestNumber, Set<WriteKind> kinds) {
        return next(requestNumber, kinds).map(this::carryOut);
    }

    private Optional<OutboundWrite> next(String requestNumber, Set<WriteKind> kinds) {
        return jdbc.sql("""
                        select * from outbound_write
                        where tenant_id = :tenant and request_number = :request and status = 'PLANNED'
                            and kind in (:kinds)
                        order by position fetch first 1 rows only for update
                        """)
                .param("tenant", agency.tenant())
                .param("request", requestNumber)
                .param("kinds", names(kinds))
                .query(JdbcOutboundLedger::row)
                .optional();
    }

    private OutboundWrite carryOut(OutboundWrite write) {
        OutboundChannel channel = channels.of(write.kind());
        try {
            String remote = channel.find(write).orElseGet(() -> channel.perform(write));
            return finished(write, WriteStatus.DONE, remote, null);
        } catch (VendorRejected refusal) {
            return finished(write, WriteStatus.REJECTED, null, refusal.getMessage());
        }
    }

    private OutboundWrite finished(
            OutboundWrite write, WriteStatus status, @Nullable String remote, @Nullable String detail) {
        Instant now = clock.instant();
        String shortDetail =
                detail == null || detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
        jdbc.sql("""
                        update outbound_write set status = ?, attempts = attempts + 1, remote_reference = ?, detail = ?,
                            finished_at = ? where id = ?
                        """)
                .params(params(status.name(), remote, shortDetail, sqlTime(now), write.id()))
                .update();
        return new OutboundWrite(
                write.id(),
                write.requestNumber(),
                write.position(),
                write.kind(),
                write.reference(),
                write.payload(),
                status,
                write.attempts() + 1,
                remote,
                shortDetail,
                write.plannedAt(),
                now);
    }

    @Override
    public boolean hasPlanned(String requestNumber, Set<WriteKind> kinds) {
        return jdbc.sql("""
                        select count(*) from outbound_write
                        where tenant_id = :tenant and request_number = :request and status = 'PLANNED'
                            and kind in (:kinds)
                        """)
                        .param("tenant", agency.tenant())
                        .param("request", requestNumber)
                        .param("kinds", names(kinds))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public List<OutboundWrite> ofRequest(String requestNumber) {
        return jdbc.sql("select * from outbound_write where tenant_id = ? and request_number = ? order by position")
                .params(agency.tenant(), requestNumber)
                .query(JdbcOutboundLedger::row)
                .list();
    }

    @Override
    public Optional<OutboundWrite> findByReference(String reference) {
        return jdbc.sql("select * from outbound_write where tenant_id = ? and reference = ?")
                .params(agency.tenant(), reference)
                .query(JdbcOutboundLedger::row)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRED)
    public void resolve(String writeId, boolean retry, String reason) {
        WriteStatus status = retry ? WriteStatus.PLANNED : WriteStatus.ABANDONED;
        jdbc.sql("""
                        update outbound_write set status = ?, detail = ?, finished_at = ?
                        where id = ? and tenant_id = ? and status = 'REJECTED'
                        """)
                .params(params(
                        status.name(), reason, retry ? null : sqlTime(clock.instant()), writeId, agency.tenant()))
                .update();
    }

    private String serialized(Object payload) {
        try {
            return json.writeValueAsString(payload);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(
                    "A ledger payload of " + payload.getClass().getSimpleName() + " cannot be written as JSON", broken);
        }
    }

    private static List<@Nullable Object> params(@Nullable Object... values) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object value : values) {
            list.add(value);
        }
        return list;
    }

    private static List<String> names(Set<WriteKind> kinds) {
        return kinds.stream().map(Enum::name).sorted().toList();
    }

    private static OffsetDateTime sqlTime(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OutboundWrite row(ResultSet row, int index) throws SQLException {
        return new OutboundWrite(
                row.getString("id"),
                row.getString("request_number"),
                row.getInt("position"),
                WriteKind.valueOf(row.getString("kind")),
                row.getString("reference"),
                row.getString("payload"),
                WriteStatus.valueOf(row.getString("status")),
                row.getInt("attempts"),
                row.getString("remote_reference"),
                row.getString("detail"),
                row.getObject("planned_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }
}

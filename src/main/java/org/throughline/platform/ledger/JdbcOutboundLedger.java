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
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.transactions.AfterRollback;
import org.throughline.platform.vendor.VendorBusy;
import org.throughline.platform.vendor.VendorConflict;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * The ledger in table {@code outbound_write}.
 *
 * <p>A row is looked up at the far end before every attempt, the first one too: a process that dies between a call and
 * its commit leaves no trace of the call here, so only the far end can tell. Looking costs one read and makes any
 * repeat harmless.
 */
@Repository
class JdbcOutboundLedger implements OutboundLedger {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcOutboundLedger.class);
    private static final int DETAIL_LENGTH = 2000;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final OutboundChannels channels;
    private final AgencyProfile agency;
    private final AfterRollback afterRollback;
    private final Clock clock;
    private final WriteTurns turns;

    JdbcOutboundLedger(
            JdbcTemplate batches,
            ObjectMapper json,
            OutboundChannels channels,
            AgencyProfile agency,
            AfterRollback afterRollback,
            Clock clock) {
        this.jdbc = JdbcClient.create(batches);
        this.batches = batches;
        this.json = json;
        this.channels = channels;
        this.agency = agency;
        this.afterRollback = afterRollback;
        this.clock = clock;
        this.turns = new WriteTurns(jdbc, agency, clock);
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
        for (int i = 0; i < rows.size(); i++) {
            turns.note(rows.get(i), payloads.get(i).payload());
        }
        return rows;
    }

    @Override
    @Transactional
    public List<OutboundWrite> carryOut(String requestNumber, Set<WriteKind> needed, Set<WriteKind> welcome) {
        List<OutboundWrite> carriedOut = new ArrayList<>();
        for (OutboundWrite write : planned(requestNumber, needed, welcome)) {
            try {
                carriedOut.add(carryOut(write));
            } catch (VendorUnavailable unreachable) {
                if (carriedOut.isEmpty() || needed.contains(write.kind())) {
                    noteAfterRollback(write, unreachable);
                    throw unreachable;
                }
                LOG.warn("{} is left for another step: {}", write.reference(), unreachable.toString());
                record(List.of(failed(write, unreachable)));
                break;
            }
            if (carriedOut.get(carriedOut.size() - 1).status().waitsForAPerson()) {
                break;
            }
        }
        record(carriedOut);
        return carriedOut;
    }

    private List<OutboundWrite> planned(String requestNumber, Set<WriteKind> needed, Set<WriteKind> welcome) {
        Set<WriteKind> kinds = new HashSet<>(needed);
        kinds.addAll(welcome);
        List<OutboundWrite> rows = jdbc.sql("""
                        select * from outbound_write
                        where tenant_id = :tenant and request_number = :request
                            and status in ('PLANNED', 'UNKNOWN') and kind in (:kinds)
                        order by position for update
                        """)
                .param("tenant", agency.tenant())
                .param("request", requestNumber)
                .param("kinds", names(kinds))
                .query(JdbcOutboundLedger::row)
                .list();
        return rows.stream()
                .sorted(Comparator.comparing(write -> !needed.contains(write.kind())))
                .toList();
    }

    @Override
    @Transactional
    public boolean abandonUntried(String reference, String reason) {
        return jdbc.sql("""
                        update outbound_write set status = 'ABANDONED', detail = ?, finished_at = ?
                        where reference = ? and tenant_id = ? and status = 'PLANNED' and attempts = 0
                        """)
                        .params(params(reason, sqlTime(clock.instant()), reference, agency.tenant()))
                        .update()
                > 0;
    }

    @Override
    @Transactional
    public boolean takeBack(String requestNumber, Predicate<OutboundWrite> which, String reason) {
        List<OutboundWrite> open = planned(requestNumber, EnumSet.allOf(WriteKind.class), Set.of()).stream()
                .filter(which)
                .toList();
        if (open.stream()
                .anyMatch(write -> channels.of(write.kind()).find(write).isPresent())) {
            return false;
        }
        record(open.stream()
                .map(write -> finished(write, WriteStatus.ABANDONED, null, reason))
                .toList());
        return true;
    }

    private OutboundWrite carryOut(OutboundWrite write) {
        turns.take(write);
        OutboundChannel channel = channels.of(write.kind());
        try {
            WriteOutcome outcome =
                    channel.find(write).map(WriteOutcome::done).orElseGet(() -> performed(channel, write));
            return finished(write, outcome.status(), outcome.remoteReference(), null);
        } catch (VendorRejected refusal) {
            return finished(write, WriteStatus.REJECTED, null, refusal.getMessage());
        } catch (VendorConflict conflict) {
            jdbc.sql("update outbound_write set theirs = ?, theirs_read_at = ? where id = ?")
                    .params(conflict.theirs(), sqlTime(clock.instant()), write.id())
                    .update();
            return finished(write, WriteStatus.CONFLICT, null, conflict.getMessage());
        }
    }

    private static WriteOutcome performed(OutboundChannel channel, OutboundWrite write) {
        try {
            return channel.perform(write);
        } catch (VendorBusy refused) {
            throw refused;
        } catch (VendorUnavailable unknown) {
            throw new OutcomeUnknown(unknown);
        }
    }

    /** The write may have taken effect; everywhere else it counts as the vendor's not being available. */
    private static final class OutcomeUnknown extends VendorUnavailable {

        OutcomeUnknown(VendorUnavailable cause) {
            super(String.valueOf(cause.getMessage()), cause);
        }
    }

    /** A failed attempt: the row stays to be carried out, and says what happened. */
    private OutboundWrite failed(OutboundWrite write, VendorUnavailable failure) {
        WriteStatus status = failure instanceof OutcomeUnknown ? WriteStatus.UNKNOWN : write.status();
        return finished(write, status, null, failure.getMessage()).unfinished();
    }

    /**
     * The step's own transaction is about to be rolled back, so what people should see is written behind it, unless the
     * next attempt was faster.
     */
    private void noteAfterRollback(OutboundWrite write, VendorUnavailable failure) {
        OutboundWrite noted = failed(write, failure);
        afterRollback.write(
                write.reference(),
                () -> jdbc.sql(
                                "update outbound_write set status = ?, attempts = ?, detail = ? where id = ? and attempts = ?"
                                        + " and status in ('PLANNED', 'UNKNOWN')")
                        .params(params(
                                noted.status().name(), noted.attempts(), noted.detail(), noted.id(), write.attempts()))
                        .update());
    }

    private OutboundWrite finished(
            OutboundWrite write, WriteStatus status, @Nullable String remote, @Nullable String detail) {
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
                detail == null ? null : shortened(detail),
                write.plannedAt(),
                clock.instant());
    }

    /** As much of a detail as a row has room for. */
    static String shortened(String detail) {
        return detail.length() <= DETAIL_LENGTH ? detail : detail.substring(0, DETAIL_LENGTH);
    }

    private void record(List<OutboundWrite> rows) {
        if (rows.isEmpty()) {
            return;
        }
        batches.batchUpdate("""
                update outbound_write set status = ?, attempts = ?, remote_reference = ?, detail = ?, finished_at = ?
                where id = ?
                """, rows, rows.size(), (statement, row) -> {
            Instant finished = row.finishedAt();
            statement.setString(1, row.status().name());
            statement.setInt(2, row.attempts());
            statement.setString(3, row.remoteReference());
            statement.setString(4, row.detail());
            statement.setObject(5, finished == null ? null : sqlTime(finished));
            statement.setString(6, row.id());
        });
    }

    @Override
    public List<OutboundWrite> unsettled(String requestNumber, Set<WriteKind> kinds) {
        return jdbc.sql("""
                        select * from outbound_write
                        where tenant_id = :tenant and request_number = :request
                            and status in ('PLANNED', 'UNKNOWN', 'REJECTED', 'CONFLICT') and kind in (:kinds)
                        order by position
                        """)
                .param("tenant", agency.tenant())
                .param("request", requestNumber)
                .param("kinds", names(kinds))
                .query(JdbcOutboundLedger::row)
                .list();
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

    static OutboundWrite row(ResultSet row, int index) throws SQLException {
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

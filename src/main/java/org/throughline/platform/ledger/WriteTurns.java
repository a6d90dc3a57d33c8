package org.throughline.platform.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.platform.AgencyProfile;

/**
 * Whose turn it is among changes of the same record by different requests. A change holds a row of {@code outbound_turn},
 * the one its record falls on, until its transaction ends, so that no two of them read and write side by side, on
 * whatever node. One of the same field that was planned earlier and is still to be made goes first; but not for ever, as the
 * request that planned it may have ended before it was made. The comparison at the far end holds without any order: order
 * only saves people conflicts.
 */
final class WriteTurns {

    private static final Set<WriteKind> CHANGING = EnumSet.of(WriteKind.AMS_CONTACT);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int SLOTS = 256;

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    WriteTurns(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    private record Changed(String record, String field) {}

    /** Notes with a row that was just planned what it changes. */
    void note(OutboundWrite write, Object payload) {
        if (payload instanceof FieldChange change) {
            jdbc.sql("update outbound_write set changed_record = ?, changed_field = ? where id = ?")
                    .params(change.changedRecord(), change.changedField(), write.id())
                    .update();
        }
    }

    /**
     * Takes a row's turn and holds it until the current transaction ends.
     *
     * @throws EarlierChangeOpen if another change comes first
     */
    void take(OutboundWrite write) {
        if (!CHANGING.contains(write.kind())) {
            return;
        }
        Changed changed = jdbc.sql("select changed_record, changed_field from outbound_write where id = ?")
                .param(write.id())
                .query((row, n) -> new Changed(row.getString(1), row.getString(2)))
                .single();
        hold(changed.record());
        earlier(write, changed).ifPresent(reference -> {
            throw new EarlierChangeOpen("Waits for " + reference + ", which changes the same field and comes first");
        });
    }

    private void hold(String record) {
        try {
            jdbc.sql("select slot from outbound_turn where slot = ? for update")
                    .param(Math.floorMod((agency.tenant() + " " + record).hashCode(), SLOTS))
                    .query(Integer.class)
                    .single();
        } catch (PessimisticLockingFailureException held) {
            throw new EarlierChangeOpen("Waits for another change of the same record, which is being made", held);
        }
    }

    private Optional<String> earlier(OutboundWrite write, Changed changed) {
        Instant oldest = clock.instant().minus(PATIENCE);
        return jdbc.sql("""
                        select reference from outbound_write
                        where tenant_id = :tenant and changed_record = :record and changed_field = :field
                            and status in ('PLANNED', 'UNKNOWN') and request_number <> :request
                            and planned_at < :planned and planned_at >= :oldest
                        order by planned_at, reference fetch first 1 rows only
                        """)
                .param("tenant", agency.tenant())
                .param("record", changed.record())
                .param("field", changed.field())
                .param("request", write.requestNumber())
                .param("planned", write.plannedAt().atOffset(ZoneOffset.UTC))
                .param("oldest", oldest.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }
}

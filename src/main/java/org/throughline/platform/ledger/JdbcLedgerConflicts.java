package org.throughline.platform.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.platform.AgencyProfile;

/** Conflicts in table {@code outbound_write}; a settlement rewrites base and value in the row's payload. */
@Repository
class JdbcLedgerConflicts implements LedgerConflicts {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcLedgerConflicts(JdbcTemplate jdbc, ObjectMapper json, AgencyProfile agency, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public Optional<WriteConflict> find(String writeId) {
        return jdbc.sql("select * from outbound_write where tenant_id = ? and id = ? and status = 'CONFLICT'")
                .params(agency.tenant(), writeId)
                .query(this::conflict)
                .optional();
    }

    private WriteConflict conflict(ResultSet row, int index) throws SQLException {
        OutboundWrite write = JdbcOutboundLedger.row(row, index);
        JsonNode payload = payload(write);
        return new WriteConflict(
                write,
                payload.path("base").asText(),
                json.convertValue(payload.path("baseReadAt"), Instant.class),
                payload.path("value").asText(),
                row.getString("theirs"),
                row.getObject("theirs_read_at", OffsetDateTime.class).toInstant());
    }

    @Override
    @Transactional
    public void settle(String writeId, Settlement settlement) {
        if (settlement.reason().isBlank()) {
            throw new IllegalArgumentException("Say why: the reason is kept with the write.");
        }
        find(writeId).ifPresent(conflict -> {
            if (settlement.choice() == Choice.THEIRS) {
                update(writeId, WriteStatus.ABANDONED, conflict.write().payload(), settlement.reason());
            } else {
                update(writeId, WriteStatus.PLANNED, onTheirs(conflict, settlement), settlement.reason());
            }
        });
    }

    /** The payload with theirs as its base, so that it is made where theirs has not changed once more. */
    private String onTheirs(WriteConflict conflict, Settlement settlement) {
        ObjectNode payload = (ObjectNode) payload(conflict.write());
        payload.put("base", conflict.theirs());
        payload.set("baseReadAt", json.valueToTree(conflict.theirsReadAt()));
        if (settlement.choice() == Choice.OTHER) {
            String value = settlement.value();
            if (value == null || value.isBlank()) {
                throw new IllegalArgumentException("Enter the value that is right.");
            }
            payload.put("value", value.strip());
        }
        return payload.toString();
    }

    private void update(String writeId, WriteStatus status, String payload, String reason) {
        jdbc.sql("""
                        update outbound_write
                        set status = :status, payload = :payload, detail = :reason, finished_at = :finished
                        where tenant_id = :tenant and id = :id and status = 'CONFLICT'
                        """)
                .param("status", status.name())
                .param("payload", payload)
                .param("reason", JdbcOutboundLedger.shortened(reason))
                .param(
                        "finished",
                        status == WriteStatus.ABANDONED ? clock.instant().atOffset(ZoneOffset.UTC) : null)
                .param("tenant", agency.tenant())
                .param("id", writeId)
                .update();
    }

    private JsonNode payload(OutboundWrite write) {
        try {
            return json.readTree(write.payload());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Ledger row " + write.reference() + " has an unreadable payload", broken);
        }
    }
}

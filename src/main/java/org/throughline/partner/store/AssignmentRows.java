package org.throughline.partner.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.throughline.partner.Packet;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignment.Status;

/** Reads rows of {@code partner_assignment}; the packet stands there as JSON. */
@Component
class AssignmentRows implements RowMapper<PartnerAssignment> {

    private final ObjectMapper json;

    AssignmentRows(ObjectMapper json) {
        this.json = json;
    }

    String json(Packet packet) {
        try {
            return json.writeValueAsString(packet);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PartnerAssignment mapRow(ResultSet row, int number) throws SQLException {
        return new PartnerAssignment(
                row.getString("id"),
                row.getString("request_number"),
                row.getString("process_instance_id"),
                row.getString("partner_id"),
                row.getString("queue"),
                row.getString("work_type"),
                Status.valueOf(row.getString("status")),
                row.getBigDecimal("price"),
                row.getString("currency"),
                row.getString("unit"),
                row.getInt("units"),
                packet(row.getString("packet")),
                row.getString("source_item_id"),
                row.getObject("offered_at", OffsetDateTime.class).toInstant(),
                row.getObject("accept_by", OffsetDateTime.class).toInstant(),
                instant(row, "accepted_at"),
                row.getString("accepted_by"),
                instant(row, "finished_at"),
                row.getString("done_by"),
                row.getString("result"),
                row.getString("note"),
                row.getObject("minutes", Integer.class),
                row.getString("reason"),
                row.getObject("qa_score", Integer.class));
    }

    private Packet packet(String text) {
        try {
            return json.readValue(text, Packet.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}

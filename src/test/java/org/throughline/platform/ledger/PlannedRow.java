package org.throughline.platform.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;

/** Ledger rows as tests plan them. */
public final class PlannedRow {

    /** Reads and writes payloads as the application does. */
    public static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static final Instant PLANNED = Instant.parse("2026-11-23T18:00:00Z");

    private PlannedRow() {}

    /**
     * A row that waits to be carried out.
     *
     * @param reference request number and position, such as {@code SR-2026-000123-1}
     */
    public static OutboundWrite of(String reference, WriteKind kind, Object payload) {
        return of(reference, kind, payload, PLANNED);
    }

    public static OutboundWrite of(String reference, WriteKind kind, Object payload, Instant plannedAt) {
        int dash = reference.lastIndexOf('-');
        return new OutboundWrite(
                "row " + reference,
                reference.substring(0, dash),
                reference.matches(".*-\\d{1,4}") ? Integer.parseInt(reference.substring(dash + 1)) : 1,
                kind,
                reference,
                JSON.valueToTree(payload).toString(),
                WriteStatus.PLANNED,
                0,
                null,
                null,
                plannedAt,
                null);
    }
}

package org.throughline.reporting.projection;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one transaction changes of one request, collected until just before the commit. */
final class RequestChange {

    /** How a request begins: known only in the transaction that starts its process instance. */
    record Opening(String number, String tenantId, Instant at) {}

    private final Map<RequestColumn, @Nullable Object> values = new EnumMap<>(RequestColumn.class);
    private @Nullable Opening opening;
    private @Nullable Instant closedAt;
    private boolean touchedByPerson;

    void open(Opening start) {
        opening = start;
    }

    void set(RequestColumn column, @Nullable Object value) {
        values.put(column, value);
    }

    void close(Instant at) {
        closedAt = at;
    }

    void touch() {
        touchedByPerson = true;
    }

    @Nullable
    Opening opening() {
        return opening;
    }

    Map<RequestColumn, @Nullable Object> values() {
        return values;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    boolean touchedByPerson() {
        return touchedByPerson;
    }
}

package org.throughline.reporting.projection;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one transaction changes of one request, collected until just before the commit. */
final class RequestChange {

    /** How a request begins: known only in the transaction that starts its process instance. */
    record Opening(String number, String tenantId, Instant at) {}

    /** Whose process made the change: the request's own, a follow-up's, or one below either of them. */
    enum Source {
        REQUEST,
        FOLLOW_UP,
        BELOW
    }

    private final Map<RequestColumn, @Nullable Object> values = new EnumMap<>(RequestColumn.class);
    private Source source = Source.BELOW;
    private @Nullable Opening opening;
    private @Nullable String reopenedNumber;
    private @Nullable Instant closedAt;
    private boolean touchedByPerson;

    RequestChange by(Source known) {
        source = known;
        return this;
    }

    void open(Opening start) {
        opening = start;
    }

    /** A follow-up starts on the request of this number; whom it waits for is open again. */
    void reopen(String number) {
        reopenedNumber = number;
        if (!values.containsKey(RequestColumn.WAITING_ON)) {
            values.put(RequestColumn.WAITING_ON, null);
        }
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

    Source source() {
        return source;
    }

    @Nullable
    String reopenedNumber() {
        return reopenedNumber;
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

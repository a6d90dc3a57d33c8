package org.throughline.reporting.projection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column of {@code service_request} that is a process variable of the request. */
enum RequestColumn {
    INBOUND_ITEM_ID("inboundItemId", "inbound_item_id", 20),
    CHANNEL("channel", "channel", 16),
    WORK_TYPE("workType", "work_type", 40),
    STATUS("status", "status", 24),
    ROUTE("route", "route", 20),
    QUEUE("queue", "queue", 40),
    HUMAN_GATE("humanGate", "human_gate", 24),
    PRIORITY("priority", "priority", 2),
    SUBJECT("subject", "subject", 300),
    CLIENT_ID("clientId", "client_id", 64),
    CLIENT_NAME("clientName", "client_name", 300),
    POLICY_NUMBERS("policyNumbers", "policy_numbers", 500),
    STATE("state", "state", 2),
    WAITING_ON("waitingOn", "waiting_on", 20),
    SLA_CLOCK("slaClock", "sla_clock", 8),
    SLA_DUE_AT("slaDueAt", "sla_due_at", Kind.INSTANT, 0),
    SLA_PAUSED_AT("slaPausedAt", "sla_paused_at", Kind.INSTANT, 0),
    HARD_DATE("hardDate", "hard_date", Kind.DATE, 0);

    /** The status of a request that has not been given one yet. */
    static final String FIRST_STATUS = "NEW";

    private enum Kind {
        TEXT,
        INSTANT,
        DATE
    }

    private static final Map<String, RequestColumn> BY_VARIABLE =
            Arrays.stream(values()).collect(Collectors.toMap(RequestColumn::variable, Function.identity()));

    private final String variable;
    private final String column;
    private final Kind kind;
    private final int length;

    RequestColumn(String variable, String column, int length) {
        this(variable, column, Kind.TEXT, length);
    }

    RequestColumn(String variable, String column, Kind kind, int length) {
        this.variable = variable;
        this.column = column;
        this.kind = kind;
        this.length = length;
    }

    static Optional<RequestColumn> ofVariable(String name) {
        return Optional.ofNullable(BY_VARIABLE.get(name));
    }

    /** True where a process that follows up on a closed request says what the value is. */
    boolean followsUp() {
        return this == STATUS || this == WAITING_ON;
    }

    String variable() {
        return variable;
    }

    String column() {
        return column;
    }

    /** The value to store, from the two columns in which the engine keeps a text or a date. */
    @Nullable
    Object value(@Nullable String text, @Nullable Long number, ZoneId zone) {
        return switch (kind) {
            case TEXT -> text(text);
            case INSTANT -> number == null ? null : Instant.ofEpochMilli(number).atOffset(ZoneOffset.UTC);
            case DATE ->
                number == null
                        ? null
                        : Instant.ofEpochMilli(number).atZone(zone).toLocalDate();
        };
    }

    /** The value as it reads from the table, comparable with {@link #value}. */
    Class<?> storedType() {
        return switch (kind) {
            case TEXT -> String.class;
            case INSTANT -> OffsetDateTime.class;
            case DATE -> LocalDate.class;
        };
    }

    String sqlType() {
        return switch (kind) {
            case TEXT -> "varchar(" + length + ")";
            case INSTANT -> "timestamp with time zone";
            case DATE -> "date";
        };
    }

    private @Nullable String text(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return this == STATUS ? FIRST_STATUS : null;
        }
        return text.length() > length ? text.substring(0, length) : text;
    }
}

package org.throughline.reporting.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.reporting.projection.RequestChange.Source;

/** The table {@code service_request}. */
@Component
class RequestTable {

    private static final String VARIABLE_COLUMNS =
            Arrays.stream(RequestColumn.values()).map(RequestColumn::column).collect(Collectors.joining(", "));

    /** A number that is taken stays with the instance that took it: a copy started by hand is not a second request. */
    private static final String INSERT = "insert into service_request (number, tenant_id, process_instance_id, "
            + "opened_at, closed_at, touched_by_person, follow_up_id, " + VARIABLE_COLUMNS
            + ") select cast(? as varchar(20)), "
            + "cast(? as varchar(64)), cast(? as varchar(64)), cast(? as timestamp with time zone), "
            + "cast(? as timestamp with time zone), cast(? as boolean), cast(? as varchar(64)), "
            + Arrays.stream(RequestColumn.values())
                    .map(column -> "cast(? as " + column.sqlType() + ")")
                    .collect(Collectors.joining(", "))
            + " where not exists (select 1 from service_request where number = ?)";

    private static final String SELECT = "select number, tenant_id, process_instance_id, opened_at, closed_at, "
            + "touched_by_person, follow_up_id, " + VARIABLE_COLUMNS + " from service_request ";

    private final JdbcClient jdbc;

    RequestTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes what a transaction changed of one request, with one statement. */
    void apply(String processInstanceId, RequestChange change) {
        RequestChange.@Nullable Opening opening = change.opening();
        if (opening == null) {
            update(processInstanceId, change);
        } else {
            Map<RequestColumn, Object> values = new EnumMap<>(RequestColumn.class);
            change.values().forEach((column, value) -> {
                if (value != null) {
                    values.put(column, value);
                }
            });
            insert(new RequestRow(
                    opening.number(),
                    opening.tenantId(),
                    processInstanceId,
                    values,
                    opening.at(),
                    change.closedAt(),
                    change.touchedByPerson(),
                    null));
        }
    }

    void insert(RequestRow row) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(row.number());
        parameters.addAll(rest(row));
        parameters.add(row.number());
        jdbc.sql(INSERT).params(parameters).update();
    }

    void replace(RequestRow row) {
        String columns = "tenant_id = ?, process_instance_id = ?, opened_at = ?, closed_at = ?, touched_by_person = ?, "
                + "follow_up_id = ?, "
                + Arrays.stream(RequestColumn.values())
                        .map(column -> column.column() + " = ?")
                        .collect(Collectors.joining(", "));
        List<@Nullable Object> parameters = new ArrayList<>(rest(row));
        parameters.add(row.number());
        jdbc.sql("update service_request set " + columns + " where number = ?")
                .params(parameters)
                .update();
    }

    void delete(String number) {
        jdbc.sql("delete from service_request where number = ?").param(number).update();
    }

    /** Rows whose number is above {@code after} and not above {@code upTo}; no upper bound when that is null. */
    List<RequestRow> between(String after, @Nullable String upTo) {
        String where = "where number > ?" + (upTo == null ? "" : " and number <= ?");
        return jdbc.sql(SELECT + where)
                .params(upTo == null ? List.of(after) : List.of(after, upTo))
                .query((rs, index) -> row(rs))
                .list();
    }

    private void update(String processInstanceId, RequestChange change) {
        boolean followUp = change.source() == Source.FOLLOW_UP;
        @Nullable String reopened = change.reopenedNumber();
        List<String> assignments = new ArrayList<>();
        List<@Nullable Object> parameters = new ArrayList<>();
        if (reopened != null) {
            assignments.add("follow_up_id = ?");
            parameters.add(processInstanceId);
        }
        change.values().forEach((column, value) -> {
            assignments.add(
                    !followUp && column.followsUp()
                            ? unlessFollowedUp(column.column(), column.sqlType())
                            : column.column() + " = ?");
            parameters.add(value);
        });
        @Nullable Instant closedAt = change.closedAt();
        if (closedAt != null || reopened != null) {
            assignments.add(followUp ? "closed_at = ?" : unlessFollowedUp("closed_at", "timestamp with time zone"));
            parameters.add(closedAt == null ? null : utc(closedAt));
        }
        if (change.touchedByPerson()) {
            assignments.add("touched_by_person = true");
        }
        if (assignments.isEmpty()) {
            return;
        }
        parameters.add(reopened == null ? processInstanceId : reopened);
        if (change.source() == Source.BELOW) {
            parameters.add(processInstanceId);
        }
        jdbc.sql("update service_request set " + String.join(", ", assignments) + " where " + of(change))
                .params(parameters)
                .update();
    }

    private static String of(RequestChange change) {
        return switch (change.source()) {
            case REQUEST -> "process_instance_id = ?";
            case FOLLOW_UP -> change.reopenedNumber() == null ? "follow_up_id = ?" : "number = ?";
            case BELOW -> "process_instance_id = ? or follow_up_id = ?";
        };
    }

    private static String unlessFollowedUp(String column, String type) {
        return column + " = case when follow_up_id is null then cast(? as " + type + ") else " + column + " end";
    }

    private static List<@Nullable Object> rest(RequestRow row) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(row.tenantId());
        parameters.add(row.processInstanceId());
        parameters.add(utc(row.openedAt()));
        @Nullable Instant closedAt = row.closedAt();
        parameters.add(closedAt == null ? null : utc(closedAt));
        parameters.add(row.touchedByPerson());
        parameters.add(row.followUpId());
        for (RequestColumn column : RequestColumn.values()) {
            parameters.add(row.values().get(column));
        }
        return parameters;
    }

    private static RequestRow row(ResultSet rs) throws SQLException {
        Map<RequestColumn, Object> values = new EnumMap<>(RequestColumn.class);
        for (RequestColumn column : RequestColumn.values()) {
            @Nullable Object value = rs.getObject(column.column(), column.storedType());
            if (value != null) {
                values.put(column, value instanceof OffsetDateTime time ? utc(time.toInstant()) : value);
            }
        }
        @Nullable OffsetDateTime closedAt = rs.getObject("closed_at", OffsetDateTime.class);
        return new RequestRow(
                rs.getString("number"),
                rs.getString("tenant_id"),
                rs.getString("process_instance_id"),
                values,
                rs.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                rs.getBoolean("touched_by_person"),
                rs.getString("follow_up_id"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package org.throughline.reporting.projection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/** The requests as the engine's history tables tell them, independent of the projection. */
@Component
class RequestHistory {

    private static final String REQUESTS = "PROC_DEF_KEY_ = '" + RequestProjection.PROCESS + "' ";
    private static final String FOLLOW_UPS =
            "PROC_DEF_KEY_ <> '" + RequestProjection.PROCESS + "' and SUPER_PROCESS_INSTANCE_ID_ is null ";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    RequestHistory(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    private record Instance(
            String id,
            String number,
            @Nullable String tenant,
            Instant start,
            @Nullable Instant end) {}

    private record Value(
            String instance, RequestColumn column, @Nullable Object value) {}

    /** The next numbers above {@code after} in the database's order, at most {@code count}. */
    List<String> numbersAfter(String after, int count) {
        return jdbc.sql("select distinct BUSINESS_KEY_ from ACT_HI_PROCINST where " + REQUESTS
                        + "and BUSINESS_KEY_ > ? and char_length(BUSINESS_KEY_) <= " + RequestProjection.LONGEST_NUMBER
                        + " order by BUSINESS_KEY_ fetch first " + count + " rows only")
                .param(after)
                .query(String.class)
                .list();
    }

    /** What the history says about these requests, by number. */
    Map<String, RequestRow> rows(List<String> numbers) {
        Map<String, Instance> requests = instances(numbers, REQUESTS + "order by START_TIME_, ID_");
        Map<String, Instance> followUps = instances(numbers, FOLLOW_UPS + "order by START_TIME_ desc, ID_ desc");
        followUps.keySet().retainAll(requests.keySet());
        List<String> ids = Stream.concat(requests.values().stream(), followUps.values().stream())
                .map(Instance::id)
                .toList();
        Map<String, Map<RequestColumn, Object>> values = values(ids);
        Set<String> touched = touched(numbers);
        Map<String, RequestRow> rows = new HashMap<>();
        requests.forEach((number, request) ->
                rows.put(number, row(request, followUps.get(number), values, touched.contains(number))));
        return rows;
    }

    private RequestRow row(
            Instance request,
            @Nullable Instance followUp,
            Map<String, Map<RequestColumn, Object>> values,
            boolean touched) {
        Map<RequestColumn, Object> own = new EnumMap<>(RequestColumn.class);
        own.putAll(values.getOrDefault(request.id(), Map.of()));
        if (followUp != null) {
            own.remove(RequestColumn.WAITING_ON);
            Map<RequestColumn, Object> later = values.getOrDefault(followUp.id(), Map.of());
            Arrays.stream(RequestColumn.values())
                    .filter(RequestColumn::followsUp)
                    .filter(later::containsKey)
                    .forEach(column -> own.put(column, later.get(column)));
        }
        @Nullable String tenant = request.tenant();
        return new RequestRow(
                request.number(),
                tenant == null ? agency.tenant() : tenant,
                request.id(),
                own,
                request.start(),
                followUp == null ? request.end() : followUp.end(),
                touched,
                followUp == null ? null : followUp.id());
    }

    /** The first instance of each number in the given order. */
    private Map<String, Instance> instances(List<String> numbers, String which) {
        Map<String, Instance> first = new LinkedHashMap<>();
        jdbc.sql("select ID_, BUSINESS_KEY_, TENANT_ID_, START_TIME_, END_TIME_ from ACT_HI_PROCINST "
                        + "where BUSINESS_KEY_ in (:numbers) and " + which)
                .param("numbers", numbers)
                .query((rs, index) -> new Instance(
                        rs.getString("ID_"),
                        rs.getString("BUSINESS_KEY_"),
                        rs.getString("TENANT_ID_"),
                        rs.getTimestamp("START_TIME_").toInstant(),
                        instant(rs, "END_TIME_")))
                .list()
                .forEach(instance -> first.putIfAbsent(instance.number(), instance));
        return first;
    }

    private Map<String, Map<RequestColumn, Object>> values(List<String> instances) {
        Map<String, Map<RequestColumn, Object>> values = new HashMap<>();
        List<String> names = Arrays.stream(RequestColumn.values())
                .map(RequestColumn::variable)
                .toList();
        jdbc.sql("select PROC_INST_ID_, NAME_, TEXT_, LONG_ from ACT_HI_VARINST where PROC_INST_ID_ in (:instances) "
                        + "and EXECUTION_ID_ = PROC_INST_ID_ and NAME_ in (:names) and STATE_ = 'CREATED'")
                .param("instances", instances)
                .param("names", names)
                .query((rs, index) -> value(rs))
                .list()
                .forEach(value -> {
                    @Nullable Object stored = value.value();
                    if (stored != null) {
                        values.computeIfAbsent(value.instance(), id -> new EnumMap<>(RequestColumn.class))
                                .put(value.column(), stored);
                    }
                });
        return values;
    }

    private Value value(ResultSet rs) throws SQLException {
        RequestColumn column = RequestColumn.ofVariable(rs.getString("NAME_")).orElseThrow();
        long number = rs.getLong("LONG_");
        @Nullable Long stored = rs.wasNull() ? null : number;
        return new Value(
                rs.getString("PROC_INST_ID_"), column, column.value(rs.getString("TEXT_"), stored, agency.timeZone()));
    }

    /** Numbers of the requests of which a person completed a task, or in triage said what work it is. */
    private Set<String> touched(List<String> numbers) {
        Set<String> touched = new HashSet<>(jdbc.sql("select distinct root.BUSINESS_KEY_ from ACT_HI_TASKINST task "
                        + "join ACT_HI_PROCINST root on root.ID_ = task.ROOT_PROC_INST_ID_ "
                        + "where root.BUSINESS_KEY_ in (:numbers) and task.DELETE_REASON_ = 'completed'")
                .param("numbers", numbers)
                .query(String.class)
                .list());
        touched.addAll(jdbc.sql("select request.BUSINESS_KEY_ from ACT_HI_VARINST variable "
                        + "join ACT_HI_PROCINST request on request.ID_ = variable.EXECUTION_ID_ "
                        + "where request.BUSINESS_KEY_ in (:numbers) and request.PROC_DEF_KEY_ = '"
                        + RequestProjection.PROCESS + "' and variable.NAME_ = '" + RequestProjection.CLASSIFICATION
                        + "' and variable.TEXT_ = '" + RequestProjection.BY_A_PERSON + "'")
                .param("numbers", numbers)
                .query(String.class)
                .list());
        return touched;
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}

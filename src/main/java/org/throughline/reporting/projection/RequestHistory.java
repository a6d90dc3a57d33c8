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
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/** The requests as the engine's history tables tell them, independent of the projection. */
@Component
class RequestHistory {

    private static final String REQUESTS = "PROC_DEF_KEY_ = '" + RequestProjection.PROCESS + "' ";

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
        Map<String, Instance> instances = instances(numbers);
        List<String> ids = instances.values().stream().map(Instance::id).toList();
        Map<String, Map<RequestColumn, Object>> values = values(ids);
        Set<String> touched = touched(ids);
        Map<String, RequestRow> rows = new HashMap<>();
        instances.forEach((number, instance) -> {
            @Nullable String tenant = instance.tenant();
            rows.put(
                    number,
                    new RequestRow(
                            number,
                            tenant == null ? agency.tenant() : tenant,
                            instance.id(),
                            values.getOrDefault(instance.id(), Map.of()),
                            instance.start(),
                            instance.end(),
                            touched.contains(instance.id())));
        });
        return rows;
    }

    private Map<String, Instance> instances(List<String> numbers) {
        Map<String, Instance> first = new LinkedHashMap<>();
        jdbc.sql("select ID_, BUSINESS_KEY_, TENANT_ID_, START_TIME_, END_TIME_ from ACT_HI_PROCINST where " + REQUESTS
                        + "and BUSINESS_KEY_ in (:numbers) order by START_TIME_, ID_")
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

    private Set<String> touched(List<String> instances) {
        return new HashSet<>(jdbc.sql("select distinct ROOT_PROC_INST_ID_ from ACT_HI_TASKINST "
                        + "where ROOT_PROC_INST_ID_ in (:instances) and DELETE_REASON_ = 'completed'")
                .param("instances", instances)
                .query(String.class)
                .list());
    }

    private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
        @Nullable Timestamp time = rs.getTimestamp(column);
        return time == null ? null : time.toInstant();
    }
}

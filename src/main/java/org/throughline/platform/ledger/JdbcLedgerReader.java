package org.throughline.platform.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;

/** Reads table {@code outbound_write}. */
@Repository
class JdbcLedgerReader implements LedgerReader {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcLedgerReader(JdbcTemplate jdbc, AgencyProfile agency) {
        this.jdbc = JdbcClient.create(jdbc);
        this.agency = agency;
    }

    /** Conditions with their parameters. */
    private static final class Where {
        private final StringBuilder sql = new StringBuilder(" from outbound_write where tenant_id = :tenant");
        private final Map<String, Object> values = new HashMap<>();

        private Where and(String condition, String name, @Nullable Object value) {
            if (value != null) {
                sql.append(" and ").append(condition).append(" :").append(name);
                values.put(name, value);
            }
            return this;
        }
    }

    @Override
    public List<OutboundWrite> find(LedgerQuery query, int page, int size) {
        Where where = where(query);
        return jdbc.sql("select *" + where.sql + " order by planned_at desc, request_number desc, position desc"
                        + " offset :skipped rows fetch next :size rows only")
                .params(where.values)
                .param("skipped", (long) page * size)
                .param("size", size)
                .query(JdbcOutboundLedger::row)
                .list();
    }

    @Override
    public long count(LedgerQuery query) {
        Where where = where(query);
        return jdbc.sql("select count(*)" + where.sql)
                .params(where.values)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<WriteStatus, Long> counts(LedgerQuery query) {
        Map<WriteStatus, Long> counts = new EnumMap<>(WriteStatus.class);
        for (WriteStatus status : WriteStatus.values()) {
            counts.put(status, 0L);
        }
        Where where = where(query);
        jdbc.sql("select status, count(*)" + where.sql + " group by status")
                .params(where.values)
                .query((row, n) -> counts.put(WriteStatus.valueOf(row.getString(1)), row.getLong(2)))
                .list();
        return counts;
    }

    private Where where(LedgerQuery query) {
        Where where = new Where()
                .and(
                        "status =",
                        "status",
                        query.status() == null ? null : query.status().name())
                .and(
                        "kind =",
                        "kind",
                        query.kind() == null ? null : query.kind().name())
                .and("request_number =", "request", query.requestNumber())
                .and("planned_at >=", "from", sqlTime(query.from()))
                .and("planned_at <", "to", sqlTime(query.to()));
        where.values.put("tenant", agency.tenant());
        return where;
    }

    private static @Nullable Object sqlTime(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }
}

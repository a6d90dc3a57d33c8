package org.throughline.exchange.store;

import static org.throughline.exchange.store.JdbcSubscriptions.instant;
import static org.throughline.exchange.store.JdbcSubscriptions.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.exchange.webhook.Deliveries;
import org.throughline.exchange.webhook.Delivery;
import org.throughline.exchange.webhook.Delivery.Status;
import org.throughline.platform.AgencyProfile;

/** Messages in {@code webhook_delivery}. A claim is known by its end, which no other one has. */
@Component
class JdbcDeliveries implements Deliveries {

    private static final String COLUMNS = "id, subscription_id, request_number, event, payload, status, attempts,"
            + " next_attempt_at, answer, detail, created_at, finished_at";

    /** Rows that another node is about to take are passed over, and so is what comes after them for their requests. */
    private static final String DUE = "select " + COLUMNS + " from webhook_delivery d where tenant_id = :tenant"
            + " and subscription_id = :subscription and status = 'PENDING' and next_attempt_at <= :now"
            + " and (claimed_until is null or claimed_until < :now)"
            + " and not exists (select 1 from webhook_delivery e where e.subscription_id = d.subscription_id"
            + " and e.request_number = d.request_number and e.status = 'PENDING' and e.sequence < d.sequence)"
            + " order by sequence fetch first :most rows only for update skip locked";

    private static final String CLAIMED = " where id = :id and status = 'PENDING' and claimed_until = :claim";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final AgencyProfile agency;

    JdbcDeliveries(JdbcTemplate batches, PlatformTransactionManager transactions, AgencyProfile agency) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.transaction = new TransactionTemplate(transactions);
        this.agency = agency;
    }

    @Override
    public void add(List<NewDelivery> messages, Instant now) {
        batches.batchUpdate(
                "insert into webhook_delivery (id, tenant_id, subscription_id, request_number, event, payload, status,"
                        + " attempts, next_attempt_at, created_at) values (?, ?, ?, ?, ?, ?, 'PENDING', 0, ?, ?)",
                messages,
                messages.size(),
                (row, message) -> {
                    row.setString(1, message.id());
                    row.setString(2, agency.tenant());
                    row.setString(3, message.subscriptionId());
                    row.setString(4, message.requestNumber());
                    row.setString(5, message.event());
                    row.setString(6, message.payload());
                    row.setObject(7, utc(now));
                    row.setObject(8, utc(now));
                });
    }

    @Override
    public List<Delivery> claim(String subscriptionId, Instant now, Instant until, int most) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<Delivery> due = jdbc.sql(DUE)
                    .param("tenant", agency.tenant())
                    .param("subscription", subscriptionId)
                    .param("now", utc(now))
                    .param("most", most)
                    .query((row, n) -> delivery(row))
                    .list();
            mark(due, "update webhook_delivery set claimed_until = ? where id = ?", until);
            return due;
        }));
    }

    @Override
    public void release(List<Delivery> deliveries, Instant claim) {
        mark(
                deliveries,
                "update webhook_delivery set claimed_until = null where claimed_until = ? and id = ? and status = 'PENDING'",
                claim);
    }

    private void mark(List<Delivery> deliveries, String sql, Instant claim) {
        if (!deliveries.isEmpty()) {
            List<Object[]> rows = new ArrayList<>();
            deliveries.forEach(delivery -> rows.add(new Object[] {utc(claim), delivery.id()}));
            batches.batchUpdate(sql, rows);
        }
    }

    @Override
    public void delivered(Delivery delivery, Instant claim, int answer, Instant at) {
        finish(delivery, claim, answer, "It arrived.", Status.DELIVERED, null, at);
    }

    @Override
    public void missed(
            Delivery delivery,
            Instant claim,
            @Nullable Integer answer,
            String detail,
            Instant at,
            @Nullable Instant next) {
        finish(delivery, claim, answer, detail, next == null ? Status.FAILED : Status.PENDING, next, at);
    }

    private void finish(
            Delivery delivery,
            Instant claim,
            @Nullable Integer answer,
            String detail,
            Status status,
            @Nullable Instant next,
            Instant at) {
        jdbc.sql("update webhook_delivery set status = :status, attempts = attempts + 1, next_attempt_at = :next,"
                        + " claimed_until = null, answer = :answer, detail = :detail, finished_at = :finished"
                        + CLAIMED)
                .param("status", status.name())
                .param("next", utc(next), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("answer", answer, Types.INTEGER)
                .param("detail", detail.length() <= 300 ? detail : detail.substring(0, 300))
                .param("finished", next == null ? utc(at) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", delivery.id())
                .param("claim", utc(claim))
                .update();
    }

    @Override
    public void cancel(String subscriptionId, String reason, Instant at) {
        jdbc.sql(
                        "update webhook_delivery set status = 'CANCELLED', next_attempt_at = null, claimed_until = null,"
                                + " detail = ?, finished_at = ? where tenant_id = ? and subscription_id = ? and status = 'PENDING'")
                .params(reason, utc(at), agency.tenant(), subscriptionId)
                .update();
    }

    @Override
    public boolean again(String id, Instant now) {
        return jdbc.sql("update webhook_delivery set status = 'PENDING', attempts = 0, next_attempt_at = ?,"
                                + " claimed_until = null, finished_at = null where tenant_id = ? and id = ?"
                                + " and status <> 'PENDING'")
                        .params(utc(now), agency.tenant(), id)
                        .update()
                == 1;
    }

    @Override
    public Optional<Delivery> find(String id) {
        return jdbc.sql("select " + COLUMNS + " from webhook_delivery where tenant_id = ? and id = ?")
                .params(agency.tenant(), id)
                .query((row, n) -> delivery(row))
                .optional();
    }

    @Override
    public List<Delivery> list(Query query, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        String where = where(query, values);
        return jdbc.sql("select " + COLUMNS + " from webhook_delivery" + where
                        + " order by sequence desc offset :from rows fetch next :size rows only")
                .params(values)
                .param("from", (long) page * size)
                .param("size", size)
                .query((row, n) -> delivery(row))
                .list();
    }

    @Override
    public long count(Query query) {
        Map<String, Object> values = new HashMap<>();
        String where = where(query, values);
        return jdbc.sql("select count(*) from webhook_delivery" + where)
                .params(values)
                .query(Long.class)
                .single();
    }

    private String where(Query query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where tenant_id = :tenant");
        values.put("tenant", agency.tenant());
        and(where, values, "subscription_id", query.subscriptionId());
        and(where, values, "status", Objects.toString(query.status(), null));
        and(where, values, "request_number", query.requestNumber());
        return where.toString();
    }

    private static void and(StringBuilder where, Map<String, Object> values, String column, @Nullable String value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    @Override
    public Map<String, Standing> standings() {
        Map<String, Standing> standings = new HashMap<>();
        batches.query(
                "select subscription_id, sum(case when status = 'PENDING' then 1 else 0 end) as pending,"
                        + " sum(case when status = 'FAILED' then 1 else 0 end) as failed,"
                        + " max(case when status = 'DELIVERED' then finished_at end) as delivered"
                        + " from webhook_delivery where tenant_id = ? group by subscription_id",
                row -> {
                    standings.put(
                            row.getString("subscription_id"),
                            new Standing(row.getLong("pending"), row.getLong("failed"), instant(row, "delivered")));
                },
                agency.tenant());
        return standings;
    }

    @Override
    public void forget(Instant finishedBefore) {
        jdbc.sql("delete from webhook_delivery where tenant_id = ? and finished_at < ?")
                .params(agency.tenant(), utc(finishedBefore))
                .update();
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getString("id"),
                row.getString("subscription_id"),
                row.getString("request_number"),
                row.getString("event"),
                row.getString("payload"),
                Status.valueOf(row.getString("status")),
                row.getInt("attempts"),
                instant(row, "next_attempt_at"),
                row.getObject("answer", Integer.class),
                row.getString("detail"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"));
    }
}

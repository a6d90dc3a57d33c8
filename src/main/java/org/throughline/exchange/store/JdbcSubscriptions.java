package org.throughline.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.exchange.webhook.Subscription;
import org.throughline.exchange.webhook.Subscriptions;
import org.throughline.exchange.webhook.WebhookEvent;
import org.throughline.platform.AgencyProfile;

/** Receivers in {@code webhook_subscription}. */
@Component
class JdbcSubscriptions implements Subscriptions {

    private static final String SELECT =
            "select id, url, description, events, active, off_reason, secret, former_secret,"
                    + " former_until, created_by, created_at from webhook_subscription where tenant_id = ?";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcSubscriptions(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public List<Subscription> all() {
        return jdbc.sql(SELECT + " order by created_at, id")
                .param(agency.tenant())
                .query((row, n) -> subscription(row))
                .list();
    }

    @Override
    public List<Subscription> active() {
        return jdbc.sql(SELECT + " and active = true")
                .param(agency.tenant())
                .query((row, n) -> subscription(row))
                .list();
    }

    @Override
    public Optional<Subscription> find(String id) {
        return jdbc.sql(SELECT + " and id = ?")
                .params(agency.tenant(), id)
                .query((row, n) -> subscription(row))
                .optional();
    }

    @Override
    public void save(Subscription subscription) {
        if (write(
                        "update webhook_subscription set url = :url, description = :description, events = :events,"
                                + " active = :active, off_reason = :reason, secret = :secret, former_secret = :former,"
                                + " former_until = :until, changed_at = :now where tenant_id = :tenant and id = :id",
                        subscription)
                == 0) {
            write(
                    "insert into webhook_subscription (id, tenant_id, url, description, events, active, off_reason, secret,"
                            + " former_secret, former_until, created_by, created_at, changed_at) values (:id, :tenant, :url,"
                            + " :description, :events, :active, :reason, :secret, :former, :until, :by, :created, :now)",
                    subscription);
        }
    }

    private int write(String sql, Subscription subscription) {
        return jdbc.sql(sql)
                .param("id", subscription.id())
                .param("tenant", agency.tenant())
                .param("url", subscription.url())
                .param("description", subscription.description())
                .param(
                        "events",
                        subscription.events().stream().map(WebhookEvent::type).collect(Collectors.joining(",")))
                .param("active", subscription.active())
                .param("reason", subscription.offReason(), Types.VARCHAR)
                .param("secret", subscription.secret())
                .param("former", subscription.formerSecret(), Types.VARCHAR)
                .param("until", utc(subscription.formerUntil()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", subscription.createdBy())
                .param("created", utc(subscription.createdAt()))
                .param("now", utc(clock.instant()))
                .update();
    }

    @Override
    public void delete(String id) {
        jdbc.sql("delete from webhook_subscription where tenant_id = ? and id = ?")
                .params(agency.tenant(), id)
                .update();
    }

    private static Subscription subscription(ResultSet row) throws SQLException {
        return new Subscription(
                row.getString("id"),
                row.getString("url"),
                row.getString("description"),
                Arrays.stream(row.getString("events").split(",", -1))
                        .flatMap(type -> WebhookEvent.named(type).stream())
                        .toList(),
                row.getBoolean("active"),
                row.getString("off_reason"),
                row.getString("secret"),
                row.getString("former_secret"),
                instant(row, "former_until"),
                row.getString("created_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}

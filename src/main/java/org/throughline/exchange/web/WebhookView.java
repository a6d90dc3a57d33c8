package org.throughline.exchange.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.webhook.Deliveries.Standing;
import org.throughline.exchange.webhook.Subscription;
import org.throughline.exchange.webhook.WebhookEvent;

/**
 * A webhook as callers see it.
 *
 * @param secret only in the answer that made it
 * @param pending messages that wait
 * @param failed messages that were given up
 */
record WebhookView(
        String id,
        String url,
        String description,
        List<String> events,
        boolean active,
        @Nullable String offReason,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,

        long pending,
        long failed,
        @Nullable OffsetDateTime lastDeliveredAt,
        String createdBy,
        @Nullable OffsetDateTime createdAt) {

    static WebhookView of(
            Subscription subscription, @Nullable Standing standing, @Nullable String secret, ZoneId zone) {
        return new WebhookView(
                subscription.id(),
                subscription.url(),
                subscription.description(),
                subscription.events().stream().map(WebhookEvent::type).toList(),
                subscription.active(),
                subscription.offReason(),
                secret,
                standing == null ? 0 : standing.pending(),
                standing == null ? 0 : standing.failed(),
                standing == null ? null : at(standing.lastDelivered(), zone),
                subscription.createdBy(),
                at(subscription.createdAt(), zone));
    }

    static @Nullable OffsetDateTime at(@Nullable Instant moment, ZoneId zone) {
        return moment == null ? null : moment.atZone(zone).toOffsetDateTime();
    }
}

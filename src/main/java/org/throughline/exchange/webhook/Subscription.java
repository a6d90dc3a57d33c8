package org.throughline.exchange.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is told.
 *
 * @param offReason why it was switched off, where not a person did it
 * @param secret signs the messages; nobody sees it again after it was made
 * @param formerSecret signs beside it until {@code formerUntil}, so that the receiver can change over
 */
public record Subscription(
        String id,
        String url,
        String description,
        List<WebhookEvent> events,
        boolean active,
        @Nullable String offReason,
        String secret,
        @Nullable String formerSecret,
        @Nullable Instant formerUntil,
        String createdBy,
        Instant createdAt) {

    /** The same one, as a person changed it; what switched it off before does not count any more. */
    Subscription changed(String newUrl, String newDescription, List<WebhookEvent> newEvents, boolean nowActive) {
        return new Subscription(
                id,
                newUrl,
                newDescription,
                newEvents,
                nowActive,
                null,
                secret,
                formerSecret,
                formerUntil,
                createdBy,
                createdAt);
    }

    Subscription off(String reason) {
        return new Subscription(
                id, url, description, events, false, reason, secret, formerSecret, formerUntil, createdBy, createdAt);
    }

    Subscription withSecret(String newSecret, Instant until) {
        return new Subscription(
                id, url, description, events, active, offReason, newSecret, secret, until, createdBy, createdAt);
    }

    /** The secrets that sign at a moment. */
    List<String> secrets(Instant now) {
        return formerSecret != null && formerUntil != null && now.isBefore(formerUntil)
                ? List.of(secret, formerSecret)
                : List.of(secret);
    }
}

package org.throughline.exchange.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.throughline.exchange.webhook.WebhookSender.Answer;

/**
 * Sends what is due to one receiver. At most one message of a request is on its way, so that its events arrive in their
 * order; after an attempt that went wrong the receiver is left alone until the next look.
 */
@Component
class WebhookDispatch {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookDispatch.class);
    private static final int BATCH = 10;
    private static final int MOST_AT_ONCE = 500;

    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final WebhookSender sender;
    private final Audience audience;
    private final Clock clock;
    private final Duration lease;

    WebhookDispatch(
            Subscriptions subscriptions,
            Deliveries deliveries,
            WebhookSender sender,
            Audience audience,
            WebhookProperties properties,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.sender = sender;
        this.audience = audience;
        this.clock = clock;
        this.lease = properties.timeout().multipliedBy(BATCH + 2L);
    }

    /** Sends until nothing is due or an attempt went wrong. */
    void send(Subscription subscription) {
        for (int sent = 0; sent < MOST_AT_ONCE; sent += BATCH) {
            Instant now = clock.instant();
            Instant claim = now.plus(lease).truncatedTo(ChronoUnit.MICROS);
            List<Delivery> due = deliveries.claim(subscription.id(), now, claim, BATCH);
            if (due.isEmpty() || !all(subscription, due, claim)) {
                return;
            }
        }
    }

    private boolean all(Subscription subscription, List<Delivery> due, Instant claim) {
        for (int each = 0; each < due.size(); each++) {
            if (!one(subscription, due.get(each), claim)) {
                deliveries.release(due.subList(each + 1, due.size()), claim);
                return false;
            }
        }
        return true;
    }

    private boolean one(Subscription subscription, Delivery delivery, Instant claim) {
        Instant now = clock.instant();
        Answer answer = sender.send(
                subscription.url(),
                delivery.payload(),
                Map.of(
                        "webhook-id", delivery.id(),
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature",
                                Signature.of(subscription.secrets(now), delivery.id(), now, delivery.payload())));
        Integer status = answer.status();
        Instant after = clock.instant();
        if (answer.arrived() && status != null) {
            deliveries.delivered(delivery, claim, status, after);
            return true;
        }
        if (answer.gone()) {
            deliveries.missed(delivery, claim, status, answer.detail(), after, null);
            switchOff(subscription);
            return false;
        }
        Instant next = RetryPlan.next(delivery.attempts() + 1, after, answer.retryAfter());
        if (next == null) {
            LOG.warn(
                    "Webhook {}: {} about {} failed for good",
                    subscription.id(),
                    delivery.event(),
                    delivery.requestNumber());
        }
        deliveries.missed(delivery, claim, status, answer.detail(), after, next);
        return false;
    }

    private void switchOff(Subscription subscription) {
        String reason = "The receiver answered 410: it wants nothing more.";
        LOG.warn("Webhook {} is switched off. {}", subscription.id(), reason);
        subscriptions.find(subscription.id()).ifPresent(current -> subscriptions.save(current.off(reason)));
        deliveries.cancel(subscription.id(), reason, clock.instant());
        audience.refresh();
    }
}

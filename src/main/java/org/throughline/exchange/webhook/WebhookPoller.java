package org.throughline.exchange.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.Lookout;
import org.throughline.platform.PerAgency;

/**
 * Looks for messages that are due, again and again. Each receiver has a thread of its own while it is sent to, so that one
 * who does not answer holds up nobody else.
 */
@Component
class WebhookPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPoller.class);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final Audience audience;
    private final WebhookDispatch dispatch;
    private final Deliveries deliveries;
    private final WebhookProperties properties;
    private final Clock clock;
    private final Lookout lookout;
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final ExecutorService senders =
            Executors.newCachedThreadPool(work -> HttpWebhookSender.daemon(work, "webhook-sender"));
    private final PerAgency<Instant> tidied;
    private final Agencies agencies;

    WebhookPoller(
            Audience audience,
            WebhookDispatch dispatch,
            Deliveries deliveries,
            WebhookProperties properties,
            Agencies agencies,
            AgencyProfile agency,
            Clock clock) {
        this.audience = audience;
        this.dispatch = dispatch;
        this.deliveries = deliveries;
        this.properties = properties;
        this.clock = clock;
        this.agencies = agencies;
        this.tidied = new PerAgency<>(agency, () -> Instant.EPOCH);
        this.lookout = new Lookout("webhooks", properties.lookInterval(), this::lookForAll);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookForAll();
        lookout.start();
    }

    private boolean lookForAll() {
        return agencies.lookForEach("Serving the webhooks", this::look);
    }

    private boolean look() {
        try {
            audience.refresh();
            audience.active().stream()
                    .filter(subscription -> busy.add(subscription.id()))
                    .forEach(subscription -> senders.execute(AgencyScope.carried(() -> send(subscription))));
            tidy();
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("Webhooks cannot be looked at and will be again: {}", failed.toString());
            return false;
        }
    }

    private void send(Subscription subscription) {
        try {
            dispatch.send(subscription);
        } catch (RuntimeException failed) {
            LOG.warn("Webhook {} could not be served and will be again: {}", subscription.id(), failed.toString());
        } finally {
            busy.remove(subscription.id());
        }
    }

    private void tidy() {
        Instant now = clock.instant();
        if (now.isAfter(tidied.get().plus(TIDY_EVERY))) {
            tidied.set(now);
            deliveries.forget(now.minus(properties.keep()));
        }
    }

    @Override
    public void destroy() {
        lookout.close();
        senders.shutdownNow();
    }
}

package org.throughline.exchange.webhook;

import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Who is told now, in memory, so that a request whose events nobody wants costs no statement. It is read again after each
 * change here, and with each look for messages because of changes on other nodes.
 */
@Component
public class Audience {

    private final Subscriptions subscriptions;
    private volatile List<Subscription> active = List.of();

    public Audience(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /** False where nothing that happens has to be written down. */
    public boolean isThere() {
        return !active.isEmpty();
    }

    List<Subscription> active() {
        return active;
    }

    void refresh() {
        active = subscriptions.active();
    }
}

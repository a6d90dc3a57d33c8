package org.throughline.exchange.webhook;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.PerAgency;

/**
 * Who is told now, in memory, so that a request whose events nobody wants costs no statement. It is read again after each
 * change here, and with each look for messages because of changes on other nodes.
 */
@Component
public class Audience {

    private final Subscriptions subscriptions;
    private final PerAgency<AtomicReference<@Nullable List<Subscription>>> active;

    public Audience(Subscriptions subscriptions, AgencyProfile agency) {
        this.subscriptions = subscriptions;
        this.active = new PerAgency<>(agency, AtomicReference::new);
    }

    /** False where nothing that happens has to be written down. */
    public boolean isThere() {
        return !active().isEmpty();
    }

    /** Read with the first thing that happens, as work goes on from the moment the application starts. */
    List<Subscription> active() {
        @Nullable List<Subscription> known = active.get().get();
        return known == null ? refresh() : known;
    }

    List<Subscription> refresh() {
        List<Subscription> read = subscriptions.active();
        active.get().set(read);
        return read;
    }
}

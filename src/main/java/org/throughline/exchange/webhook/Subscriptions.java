package org.throughline.exchange.webhook;

import java.util.List;
import java.util.Optional;

/** Who is told, as it is stored. */
public interface Subscriptions {

    /** Oldest first. */
    List<Subscription> all();

    /** Those that are told now. */
    List<Subscription> active();

    Optional<Subscription> find(String id);

    /** Adds one, or puts it in the place of the one with the same id. */
    void save(Subscription subscription);

    void delete(String id);
}

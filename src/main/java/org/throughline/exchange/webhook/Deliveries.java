package org.throughline.exchange.webhook;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Messages to receivers, stored from the moment that they tell of. */
public interface Deliveries {

    /** A message that is to go out. */
    record NewDelivery(String id, String subscriptionId, String requestNumber, String event, String payload) {}

    /** What to look for; null means any. */
    record Query(
            @Nullable String subscriptionId,
            Delivery.@Nullable Status status,
            @Nullable String requestNumber) {}

    /** How the messages of a receiver stand. */
    record Standing(long pending, long failed, @Nullable Instant lastDelivered) {

        /** Of a receiver that was never sent anything. */
        static final Standing NONE = new Standing(0, 0, null);
    }

    /** Stores messages in the current transaction. */
    void add(List<NewDelivery> messages, Instant now);

    /**
     * Takes messages of a receiver that are due, at most one of each request and that request's earliest, until a moment
     * after which another node may take them.
     */
    List<Delivery> claim(String subscriptionId, Instant now, Instant until, int most);

    /** It arrived. */
    void delivered(Delivery delivery, Instant claim, int answer, Instant at);

    /** It did not, and is tried again at {@code next}; never again where that is null. */
    void missed(
            Delivery delivery,
            Instant claim,
            @Nullable Integer answer,
            String detail,
            Instant at,
            @Nullable Instant next);

    /** Gives messages back that were taken and not tried. */
    void release(List<Delivery> deliveries, Instant claim);

    /** Ends the waiting of a receiver's messages. */
    void cancel(String subscriptionId, String reason, Instant at);

    /** Lets a message go out anew, with all its attempts; false where it waits already or is not known. */
    boolean again(String id, Instant now);

    Optional<Delivery> find(String id);

    /** Newest first. */
    List<Delivery> list(Query query, int page, int size);

    long count(Query query);

    /** By receiver; one that was never sent anything is missing. */
    Map<String, Standing> standings();

    /** Forgets what was finished before a moment. */
    void forget(Instant finishedBefore);
}

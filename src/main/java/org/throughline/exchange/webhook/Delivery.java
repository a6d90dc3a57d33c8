package org.throughline.exchange.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message to one receiver.
 *
 * @param id of the message on the wire, the same in every attempt, so that the receiver knows a repeat
 * @param nextAttemptAt while it waits
 * @param answer HTTP status of the last attempt; null where there was none
 * @param detail how the last attempt went, in words
 */
public record Delivery(
        String id,
        String subscriptionId,
        String requestNumber,
        String event,
        String payload,
        Status status,
        int attempts,
        @Nullable Instant nextAttemptAt,
        @Nullable Integer answer,
        @Nullable String detail,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** How far it is. */
    public enum Status {
        PENDING,
        DELIVERED,
        /** Every attempt went wrong; a person may send it again. */
        FAILED,
        /** Its webhook was switched off or removed before it went out. */
        CANCELLED
    }
}

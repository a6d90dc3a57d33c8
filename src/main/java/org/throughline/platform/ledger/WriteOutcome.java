package org.throughline.platform.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How one attempt at the far end ended.
 *
 * @param status {@code DONE}, or {@code ACCEPTED} where the far end has taken it into a queue of its own
 * @param remoteReference the far end's id; null while it is only queued
 */
public record WriteOutcome(WriteStatus status, @Nullable String remoteReference) {

    public static WriteOutcome done(String remoteReference) {
        return new WriteOutcome(WriteStatus.DONE, remoteReference);
    }

    public static WriteOutcome accepted() {
        return new WriteOutcome(WriteStatus.ACCEPTED, null);
    }
}

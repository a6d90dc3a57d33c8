package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/**
 * What became of something that arrived.
 *
 * @param inboundItemId the item; of a duplicate, the first item's
 * @param reason why it is a duplicate or refused
 */
public record Receipt(
        String inboundItemId, Status status, @Nullable String reason) {

    /** How an arrival was answered. */
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }
}

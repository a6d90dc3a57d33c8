package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** The answer to whoever delivered an item; given only after it is committed. */
public record Receipt(
        String inboundItemId, Status status, @Nullable String reason) {

    /** What became of the delivery. */
    public enum Status {
        ACCEPTED,
        DUPLICATE,
        REFUSED
    }
}

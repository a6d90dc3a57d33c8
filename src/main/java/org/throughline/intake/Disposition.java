package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/**
 * Where an item belongs.
 *
 * @param requestNumber the open request, or the item in triage, where it belongs to one
 * @param answer true where it may answer that request's question; an automatic reply never does
 */
public record Disposition(Kind kind, @Nullable String requestNumber, boolean answer) {

    /** The places for an item. */
    public enum Kind {
        NEW_WORK,
        OPEN_REQUEST,
        /** It answers our question about an item that is still in triage. */
        WAITING_ITEM,
        REFUSED,
        /** Nobody can tell yet, as the client index was never filled. */
        UNKNOWN_YET
    }
}

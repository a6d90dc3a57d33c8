package org.throughline.request;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person did to a request beside the steps of its workflow.
 *
 * @param person user id of who did it
 * @param what what was done, as a sentence; null where the kind says all of it
 * @param words the person's own: a reason, a note, a message
 * @param externalId the calling system's own id; null where it gave none
 */
public record Intervention(
        String id,
        String requestNumber,
        Kind kind,
        String person,
        @Nullable String what,
        String words,
        @Nullable String externalId,
        Instant at) {

    /** What kind of thing it was. */
    public enum Kind {
        /** Taken back for the requester. */
        WITHDRAWN,
        /** Sent another way than the routing tables decided. */
        REROUTED,
        /** A note for colleagues. */
        NOTE,
        /** A message to the requester. */
        MESSAGE
    }
}

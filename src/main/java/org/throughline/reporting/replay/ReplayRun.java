package org.throughline.reporting.replay;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A replay: how far it is, and what came out once it is done.
 *
 * @param changed what stood in the place of the deployed table, in words
 * @param from first day on which the requests were opened
 * @param to last day, included
 * @param done requests that are through, of {@code total}
 * @param message what to do about a run that failed, or empty
 * @param seenAt when it last gave a sign
 * @param expiresAt when it is deleted
 */
public record ReplayRun(
        String id,
        String decision,
        String changed,
        LocalDate from,
        LocalDate to,
        @Nullable String workType,
        int limit,
        State state,
        int done,
        int total,
        String message,
        String startedBy,
        OffsetDateTime startedAt,
        OffsetDateTime seenAt,
        OffsetDateTime expiresAt,
        @Nullable ReplayResult result) {

    /** How a run stands. One whose node died is lost and may be started again. */
    public enum State {
        RUNNING,
        DONE,
        CANCELED,
        FAILED,
        LOST
    }
}

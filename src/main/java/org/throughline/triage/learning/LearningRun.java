package org.throughline.triage.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.suggest.LearningProgress.Stage;

/**
 * A run that learns a model, or the last one.
 *
 * @param stage what it is at, with {@code done} of {@code steps}
 * @param message what to do about a run that failed, or empty
 * @param version the model it led to
 * @param seenAt when it last gave a sign
 */
public record LearningRun(
        String id,
        State state,
        Stage stage,
        int done,
        int steps,
        String message,
        @Nullable String version,
        boolean cancelAsked,
        String startedBy,
        Instant startedAt,
        Instant seenAt) {

    /** How a run stands. One whose node died is lost and may be started again. */
    public enum State {
        RUNNING,
        DONE,
        CANCELED,
        FAILED,
        LOST
    }
}

package org.throughline.triage.learning;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.suggest.Example;

/**
 * An example as analysts see it.
 *
 * @param id of an example of the build, {@code b-} and its digest
 * @param suggestedType what the suggester had named where a person decided otherwise
 * @param changedBy empty for an example of the build that nobody touched
 * @param changedAt null for an example of the build that nobody touched
 */
public record TrainingExample(
        String id,
        Example example,
        @Nullable String suggestedType,
        Source source,
        State state,
        String note,
        String changedBy,
        @Nullable Instant changedAt) {

    /** Where an example comes from. */
    public enum Source {
        BUILT_IN,
        ANALYST,
        TRIAGE
    }

    /** A candidate waits for an analyst; only what is on is learned from. */
    public enum State {
        CANDIDATE,
        ON,
        OFF
    }
}

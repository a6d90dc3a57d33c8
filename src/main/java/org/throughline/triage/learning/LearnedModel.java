package org.throughline.triage.learning;

import java.time.Instant;

/**
 * A model without its bytes.
 *
 * @param createdBy who had it learned
 * @param metrics what was measured, as JSON; empty for the model of the build
 */
public record LearnedModel(
        String version,
        State state,
        Origin origin,
        String metrics,
        String createdBy,
        Instant createdAt,
        String changedBy,
        Instant changedAt) {

    /** One model is active and one is the previous; candidates wait; of the discarded only the figures are left. */
    public enum State {
        CANDIDATE,
        ACTIVE,
        PREVIOUS,
        DISCARDED
    }

    /** Learned by the build, or here. */
    public enum Origin {
        BUILD,
        LEARNED
    }
}

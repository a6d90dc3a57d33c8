package org.throughline.triage.suggest;

/** Is told how far learning has come, and may end it by throwing; nothing of what was learned stays then. */
@FunctionalInterface
public interface LearningProgress {

    /** What learning is at: reading words and meanings, fitting the types, setting the confidence, measuring. */
    enum Stage {
        READING,
        LEARNING,
        CALIBRATING,
        MEASURING
    }

    /** Nobody looks on. */
    LearningProgress NONE = (stage, done, steps) -> {};

    /** {@code done} of {@code steps} of a stage are behind; called often. */
    void at(Stage stage, int done, int steps);
}

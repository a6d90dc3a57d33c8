package org.throughline.triage.learning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.suggest.LearningProgress.Stage;

/** The run that learns: at most one at a time on all nodes. */
public interface LearningRuns {

    /** The run, or the last one. */
    Optional<LearningRun> last();

    /**
     * Begins a run.
     *
     * @return its id, or empty if another one runs
     */
    Optional<String> begin(String by);

    /**
     * Says how far a run is.
     *
     * @return false if it shall end: somebody canceled it, or another one took its place
     */
    boolean at(String id, Stage stage, int done, int steps);

    /** Asks the run to end soon; false if none runs. */
    boolean askToCancel();

    void end(String id, LearningRun.State state, String message, @Nullable String version);
}

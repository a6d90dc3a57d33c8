package org.throughline.worklist;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Work that was moved away from somebody, and what became of each task. */
public interface Rebalances {

    /** Opens a run over tasks, in this order. */
    void open(Run run, List<Move> tasks);

    /** The next tasks of a run that nothing has been done about. */
    List<Move> next(String runId, int most);

    void done(String runId, String taskId, Outcome outcome, @Nullable String movedTo, String reason);

    void end(String runId, OffsetDateTime at);

    Optional<Run> find(String runId);

    /** Runs, the newest first. */
    List<Run> latest(int page, int size);

    long count();

    /** The tasks of a run in their order. */
    List<Move> moves(String runId, int page, int size);

    /** What became of a task. */
    enum Outcome {
        /** Another person has it. */
        MOVED,
        /** It waits in its queue. */
        QUEUED,
        /** It was done, or somebody else had it already. */
        GONE
    }

    /**
     * A run.
     *
     * @param userId whose work moves
     * @param endedAt null while it goes on
     */
    record Run(
            String id,
            String userId,
            String reason,
            String startedBy,
            OffsetDateTime startedAt,
            @Nullable OffsetDateTime endedAt,
            int total,
            int moved,
            int queued,
            int gone) {}

    /** A task of a run; outcome, person and reason are null until its turn has come. */
    record Move(
            String taskId,
            String requestNumber,
            String taskName,
            @Nullable String movedTo,
            @Nullable Outcome outcome,
            @Nullable String reason) {}
}

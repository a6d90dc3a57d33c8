package org.throughline.worklist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The record of who a task went to and why. */
public interface Assignments {

    /** Keeps the first decision about a task. */
    void keep(Decision decision);

    /** The task stands in another queue now; nothing happens for a task that never looked for a person. */
    void requeued(String taskId, String queue);

    /** Names the person whom a task has now; nothing happens for a task that never looked for one. */
    void moved(String taskId, @Nullable String userId, String reason, Instant at);

    /**
     * A decision about a task.
     *
     * @param userId the person; null where nobody may take it
     * @param pushed assigned at once; otherwise the person is a suggestion
     */
    record Decision(Work work, @Nullable String userId, boolean pushed, String reason, Instant at) {}
}

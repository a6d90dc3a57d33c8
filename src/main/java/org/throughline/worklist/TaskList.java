package org.throughline.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.web.Page;

/** Open tasks as the person who asks may see them, and what may be done to many of them at once. */
public interface TaskList {

    /** A page of tasks: the most urgent first, then the one due first. */
    Page<OpenTask> find(Query query, int page, int size);

    /**
     * Claims tasks for a person, each by itself: one that cannot be claimed stops none of the others.
     *
     * @return what became of each, in the order given
     */
    List<Result> claim(List<String> taskIds, String userId);

    /**
     * Gives tasks to a person, or back to their queues where nobody is named, each by itself.
     *
     * @return what became of each, in the order given
     */
    List<Result> reassign(List<String> taskIds, @Nullable String userId, String reason);

    /** Which tasks are asked for; null means any. */
    record Query(
            @Nullable String queue,
            @Nullable String assignee,
            @Nullable Boolean unassigned,
            @Nullable Boolean overdue,
            @Nullable String requestNumber) {}

    /**
     * What became of one task.
     *
     * @param reason why not, as a sentence; null where it is done
     */
    record Result(String taskId, boolean done, @Nullable String reason) {}
}

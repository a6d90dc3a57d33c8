package org.throughline.worklist;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What our tables know of tasks, for many at once. */
public interface TaskFacts {

    /** By task id; a task of which nothing is known is missing. */
    Map<String, Facts> of(List<String> taskIds);

    /** The request of a task, its queue, and why it went where it is. */
    record Facts(
            @Nullable String requestNumber,
            @Nullable String workType,
            @Nullable String clientName,
            @Nullable String queue,
            @Nullable String reason) {

        public static final Facts NONE = new Facts(null, null, null, null, null);
    }
}

package org.throughline.worklist;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * An open task as a list shows it.
 *
 * @param queue null for a task that is offered to nobody in particular
 * @param suggestion why it went to its person, or whom it would suit best; null where nobody was looked for
 * @param link path that opens exactly this task in Tasklist
 */
public record OpenTask(
        String id,
        String name,
        @Nullable String requestNumber,
        @Nullable String workType,
        @Nullable String clientName,
        @Nullable String queue,
        @Nullable String assignee,
        int priority,
        @Nullable OffsetDateTime createdAt,
        @Nullable OffsetDateTime dueAt,
        @Nullable String suggestion,
        String link) {}

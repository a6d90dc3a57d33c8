package org.throughline.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to look for; null means any.
 *
 * @param client id, or part of the name
 * @param from first moment of opening, included
 * @param to last moment of opening, excluded
 * @param onlyQueues requests of an external partner in these queues only; null for people of the agency
 */
public record RequestQuery(
        @Nullable String number,
        @Nullable String status,
        @Nullable String workType,
        @Nullable String queue,
        @Nullable String client,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable List<String> onlyQueues) {}

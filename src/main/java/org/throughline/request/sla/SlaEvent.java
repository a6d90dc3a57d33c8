package org.throughline.request.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to the clock of a request.
 *
 * @param dueAt when the request was due then
 * @param person who did it; null where nobody had to
 * @param detail sentences for people
 */
public record SlaEvent(
        String requestNumber,
        SlaStage stage,
        Instant at,
        Instant dueAt,
        @Nullable String person,
        String detail) {}

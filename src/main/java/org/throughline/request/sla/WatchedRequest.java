package org.throughline.request.sla;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An open request that it is time to look at.
 *
 * @param paused its clock stands still
 * @param hardDate outside deadline in the agency's calendar
 * @param span time that it was given on its clock, as known from earlier looks
 * @param looks how often it was looked at
 */
public record WatchedRequest(
        String number,
        String processInstanceId,
        SlaClock clock,
        Instant openedAt,
        Instant dueAt,
        boolean paused,
        @Nullable LocalDate hardDate,
        @Nullable Duration span,
        int looks) {}

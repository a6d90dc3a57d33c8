package org.throughline.platform.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Ends of a period as callers write them: days of the agency, both included, or moments with offset. */
public final class Moments {

    private static final int DAY_LENGTH = "2026-11-23".length();

    private Moments() {}

    /** The first moment that is meant; null where nothing is written. */
    public static @Nullable Instant from(@Nullable String text, ZoneId zone) {
        return read("from", text, zone, 0);
    }

    /** The first moment that is not meant any more; null where nothing is written. */
    public static @Nullable Instant to(@Nullable String text, ZoneId zone) {
        return read("to", text, zone, 1);
    }

    private static @Nullable Instant read(String name, @Nullable String text, ZoneId zone, int daysMore) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() == DAY_LENGTH
                    ? LocalDate.parse(text)
                            .plusDays(daysMore)
                            .atStartOfDay(zone)
                            .toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException unreadable) {
            throw Problem.badRequest(
                    name + " is no date: write 2026-11-23, or 2026-11-23T08:00:00-06:00 with an offset.");
        }
    }
}

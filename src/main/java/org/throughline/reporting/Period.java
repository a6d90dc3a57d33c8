package org.throughline.reporting;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Days of the agency's calendar, both included. */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int MAX_DAYS = 3700;
    private static final int DEFAULT_DAYS = 30;

    /** @throws ReportRequestRefused when it ends before it begins, or is longer than ten years */
    public Period {
        if (from.isAfter(to)) {
            throw new ReportRequestRefused(
                    "The period ends before it begins: from " + from + " to " + to + ". Exchange the two dates.");
        }
        if (from.isBefore(to.minusDays(MAX_DAYS))) {
            throw new ReportRequestRefused(
                    "The period from " + from + " to " + to + " is too long. Ask for at most ten years at once.");
        }
    }

    /**
     * The period that somebody asks for.
     *
     * @param from first day as {@code 2026-11-01}; without it the period has 30 days
     * @param to last day, included; without it today
     * @throws ReportRequestRefused when one of them is no day
     */
    public static Period asked(@Nullable String from, @Nullable String to, ZoneId zone, Clock clock) {
        LocalDate last = to == null || to.isBlank() ? LocalDate.now(clock.withZone(zone)) : date("to", to);
        LocalDate first = from == null || from.isBlank() ? last.minusDays(DEFAULT_DAYS - 1L) : date("from", from);
        return new Period(first, last, zone);
    }

    private static LocalDate date(String parameter, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new ReportRequestRefused("\"" + text + "\" is not a date. Give \"" + parameter
                    + "\" as year-month-day, such as 2026-11-23.");
        }
    }

    /** The first moment of the period. */
    public OffsetDateTime start() {
        return from.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    /** The first moment after the period. */
    public OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}

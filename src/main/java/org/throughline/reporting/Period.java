package org.throughline.reporting;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Days of the agency's calendar, both included. */
public record Period(LocalDate from, LocalDate to, ZoneId zone) {

    private static final int MAX_DAYS = 3700;

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

    OffsetDateTime start() {
        return from.atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }

    OffsetDateTime end() {
        return to.plusDays(1).atStartOfDay(zone).toInstant().atOffset(ZoneOffset.UTC);
    }
}

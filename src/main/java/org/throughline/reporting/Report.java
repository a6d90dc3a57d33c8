package org.throughline.reporting;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A report's figures.
 *
 * @param dateCounted which date of a request puts it into the period
 * @param from first day in the agency's calendar, {@code 2026-11-01}; null for a report of what is open now
 * @param to last day, included
 * @param generatedAt time of the figures with offset
 * @param groupBy the first columns, which tell the rows apart
 * @param columns all columns in order; units are in the names
 * @param rows a value for each column: text, whole number, decimal number, or null where there is none
 */
public record Report(
        String report,
        String dateCounted,
        @Nullable String from,
        @Nullable String to,
        String zone,
        String generatedAt,
        List<String> groupBy,
        List<String> columns,
        List<Map<String, @Nullable Object>> rows) {

    /** Figures of a period. */
    static Report of(
            ReportName name,
            Period period,
            String generatedAt,
            List<String> groupBy,
            List<String> columns,
            List<Map<String, @Nullable Object>> rows) {
        return new Report(
                name.id(),
                name.dateCounted(),
                period.from().toString(),
                period.to().toString(),
                period.zone().getId(),
                generatedAt,
                groupBy,
                columns,
                rows);
    }

    /** Figures of what is open now. */
    static Report ofNow(
            ReportName name,
            ZoneId zone,
            String generatedAt,
            List<String> groupBy,
            List<String> columns,
            List<Map<String, @Nullable Object>> rows) {
        return new Report(name.id(), name.dateCounted(), null, null, zone.getId(), generatedAt, groupBy, columns, rows);
    }
}

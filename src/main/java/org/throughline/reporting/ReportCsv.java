package org.throughline.reporting;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows as comma-separated values (RFC 4180, UTF-8, a header line, lines end with CR LF). */
public final class ReportCsv {

    private static final String LINE_END = "\r\n";

    private ReportCsv() {}

    public static String of(Report report) {
        return of(report.columns(), report.rows());
    }

    /** Any rows, each with a value for each column. */
    public static String of(List<String> columns, List<Map<String, @Nullable Object>> rows) {
        StringBuilder csv = new StringBuilder(line(columns));
        rows.forEach(row -> csv.append(
                line(columns.stream().map(column -> cell(row.get(column))).toList())));
        return csv.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().collect(Collectors.joining(",", "", LINE_END));
    }

    /** A text that a spreadsheet would run as a formula is led by an apostrophe, which shows it as text. */
    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Number) {
            return value.toString();
        }
        String text = value.toString();
        String safe = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.chars().anyMatch(c -> ",\"\r\n\t".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}

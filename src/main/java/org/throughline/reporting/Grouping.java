package org.throughline.reporting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The columns of a table by which a report tells its rows apart. */
record Grouping(List<String> groups) {

    private static final String DAY = "day";
    private static final String COUNTED_DAY = "counted_day";

    /** Columns of requests and of AI outputs; a day has to be selected as {@link #day} gives it. */
    private static final Map<String, String> COLUMN = Map.of(
            DAY,
            COUNTED_DAY,
            "workType",
            "work_type",
            "route",
            "route",
            "queue",
            "queue",
            "channel",
            "channel",
            "function",
            "ai_function",
            "source",
            "source",
            "modelVersion",
            "model_version");

    /** The day of the agency's calendar as a number, 20261123: the same expression on every database. */
    static String day(String column) {
        String local = "(" + column + " at time zone :zone)";
        return "cast(extract(year from " + local + ") * 10000 + extract(month from " + local
                + ") * 100 + extract(day from " + local + ") as integer) as " + COUNTED_DAY;
    }

    /** What somebody asks for: nothing for the report's own grouping, {@code none} for one row in all. */
    static List<String> asked(ReportName name, @Nullable String asked) {
        if (asked == null || asked.isBlank()) {
            return name.defaultGrouping();
        }
        if (asked.equals("none")) {
            return List.of();
        }
        List<String> groups = Arrays.stream(asked.split(",", -1))
                .map(String::strip)
                .distinct()
                .toList();
        if (!name.groupings().containsAll(groups)) {
            throw new ReportRequestRefused("The report " + name.id() + " cannot be grouped by \"" + asked
                    + "\". Use one or more of " + String.join(", ", name.groupings()) + ", with commas between.");
        }
        return groups;
    }

    /** The columns at the head of a select list, each followed by a comma. */
    String selected() {
        return groups.stream().map(group -> COLUMN.get(group) + ", ").collect(Collectors.joining());
    }

    String groupedBy() {
        return groups.isEmpty() ? "" : " group by " + names();
    }

    String orderedBy() {
        return groups.isEmpty() ? "" : " order by " + names();
    }

    private String names() {
        return groups.stream().map(COLUMN::get).collect(Collectors.joining(", "));
    }

    /** The values of a row, by the groups' names. */
    Map<String, @Nullable Object> values(ResultSet rs) throws SQLException {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (String group : groups) {
            String column = String.valueOf(COLUMN.get(group));
            if (group.equals(DAY)) {
                int day = rs.getInt(column);
                row.put(
                        group,
                        LocalDate.of(day / 10000, day / 100 % 100, day % 100).toString());
            } else {
                @Nullable String value = rs.getString(column);
                row.put(group, value == null ? "" : value);
            }
        }
        return row;
    }

    /** All columns of the report: the groups, then the figures. */
    List<String> columns(List<String> figures) {
        List<String> columns = new ArrayList<>(groups);
        columns.addAll(figures);
        return columns;
    }
}

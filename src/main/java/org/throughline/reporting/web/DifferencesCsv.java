package org.throughline.reporting.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.reporting.ReportCsv;
import org.throughline.reporting.replay.ReplayDifference;
import org.throughline.reporting.replay.ReplayDifference.Fired;

/** The differing requests of a replay, a line for each output that changes. */
final class DifferencesCsv {

    private static final List<String> COLUMNS =
            List.of("number", "workType", "decision", "output", "before", "after", "rulesBefore", "rulesAfter");

    private DifferencesCsv() {}

    static String of(List<ReplayDifference> differences) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (ReplayDifference difference : differences) {
            String before = rules(difference, Fired::before);
            String after = rules(difference, Fired::after);
            difference.changes().forEach(change -> {
                Map<String, @Nullable Object> row = new LinkedHashMap<>();
                row.put("number", difference.number());
                row.put("workType", difference.workType());
                row.put("decision", change.decision());
                row.put("output", change.output());
                row.put("before", change.before());
                row.put("after", change.after());
                row.put("rulesBefore", before);
                row.put("rulesAfter", after);
                rows.add(row);
            });
        }
        return ReportCsv.of(COLUMNS, rows);
    }

    private static String rules(ReplayDifference difference, Function<Fired, List<String>> side) {
        return difference.rules().stream()
                .map(fired -> fired.decision() + ": " + String.join(" ", side.apply(fired)))
                .collect(Collectors.joining("; "));
    }
}

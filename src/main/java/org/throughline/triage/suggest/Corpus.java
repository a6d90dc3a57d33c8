package org.throughline.triage.suggest;

import java.util.ArrayList;
import java.util.List;

/**
 * Examples on the class path, written by hand: tab separated with a header line, a line break in a text as {@code \n}.
 * {@code triage/corpus/<WORK_TYPE>.tsv} is what the suggester learns from; {@code triage/calibration.tsv} sets its
 * confidence; {@code triage/frozen.tsv} only ever measures it.
 */
public final class Corpus {

    /** The work types that can be suggested: the catalogue of the agency. */
    public static final List<String> WORK_TYPES = TabSeparated.rows("/triage/work-types.tsv").stream()
            .map(cells -> cells.get(0))
            .toList();

    private Corpus() {}

    /** All rows to learn from, in a fixed order. */
    public static List<Example> training() {
        List<Example> examples = new ArrayList<>();
        for (String workType : WORK_TYPES) {
            for (List<String> cells : TabSeparated.rows("/triage/corpus/" + workType + ".tsv")) {
                examples.add(example(workType, cells, 1));
            }
        }
        return examples;
    }

    /** Parts of messages to learn from: what asks for work, and for which, and what does not. */
    public static List<Part> parts() {
        return TabSeparated.rows("/triage/parts.tsv").stream()
                .map(cells -> new Part(
                        cells.get(0).isEmpty()
                                ? List.of()
                                : List.of(cells.get(0).split("\\+")),
                        cells.get(1),
                        cells.get(2),
                        lines(cells.get(3))))
                .toList();
    }

    /** Rows by another hand, to set the confidence by; never learned from. */
    public static List<Example> calibration() {
        return labeled("/triage/calibration.tsv");
    }

    /** The frozen test: never learned from, never tuned on. */
    public static List<Example> frozen() {
        return labeled("/triage/frozen.tsv");
    }

    private static List<Example> labeled(String resource) {
        return TabSeparated.rows(resource).stream()
                .map(cells -> example(cells.get(0), cells, 2))
                .toList();
    }

    /** Columns from {@code channel} on: channel, sender, subject, body. */
    private static Example example(String workType, List<String> cells, int channel) {
        return new Example(
                workType,
                cells.get(channel),
                cells.get(channel + 1),
                lines(cells.get(channel + 2)),
                lines(cells.get(channel + 3)));
    }

    private static String lines(String cell) {
        return cell.replace("\\n", "\n");
    }
}

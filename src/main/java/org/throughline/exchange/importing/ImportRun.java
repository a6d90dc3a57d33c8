package org.throughline.exchange.importing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.throughline.exchange.importing.ImportReport.Effect;
import org.throughline.exchange.importing.ImportReport.RowEffect;
import org.throughline.exchange.importing.ImportReport.RowProblem;
import org.throughline.exchange.importing.RowImporter.Verdict;
import org.throughline.exchange.mapping.ColumnPlan;
import org.throughline.exchange.mapping.ImportMapping;
import org.throughline.exchange.spreadsheet.SheetRow;
import org.throughline.exchange.spreadsheet.Spreadsheet;
import org.throughline.exchange.spreadsheet.UnreadableSheet;

/** One import of one file. */
final class ImportRun {

    private static final int HEADINGS_WITHIN = 20;
    private static final int MOST_PROBLEMS = 1000;
    private static final int MOST_EFFECTS = 1000;

    private final ImportMapping mapping;
    private final RowImporter importer;
    private final int rowLimit;
    private final boolean dryRun;
    private final Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowEffect> effects = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int problemCount;
    private int rows;

    ImportRun(ImportMapping mapping, RowImporter importer, int rowLimit, boolean dryRun) {
        this.mapping = mapping;
        this.importer = importer;
        this.rowLimit = rowLimit;
        this.dryRun = dryRun;
    }

    ImportReport of(Spreadsheet sheet) {
        notes.addAll(sheet.notes());
        try (Stream<SheetRow> all = sheet.rows()) {
            Iterator<SheetRow> rest = all.filter(row -> !row.isBlank()).iterator();
            Deque<SheetRow> first = new ArrayDeque<>();
            while (first.size() < HEADINGS_WITHIN && rest.hasNext()) {
                first.add(rest.next());
            }
            if (first.isEmpty()) {
                throw new UnreadableSheet(
                        "The file has no rows. Choose the file again, or export it anew where it comes from.");
            }
            SheetRow headings = headings(first);
            ColumnPlan plan = ColumnPlan.of(mapping, headings);
            if (!plan.faults().isEmpty()) {
                plan.faults().forEach(fault -> problem(new RowProblem(headings.number(), "", "", fault)));
                return report(sheet, 0, headings.number(), plan);
            }
            first.forEach(row -> look(row, plan));
            rest.forEachRemaining(row -> look(row, plan));
            if (rows == 0) {
                notes.add("Below the headings there are no rows.");
            }
            if (!dryRun) {
                importer.apply();
            }
            return report(sheet, rows, headings.number(), plan);
        }
    }

    /** The row of which most is recognized, the first of them; what stands above it goes away. */
    private SheetRow headings(Deque<SheetRow> first) {
        SheetRow best = first.getFirst();
        int most = ColumnPlan.recognized(mapping, best);
        for (SheetRow row : first) {
            int recognized = ColumnPlan.recognized(mapping, row);
            if (recognized > most) {
                best = row;
                most = recognized;
            }
        }
        while (first.getFirst().number() != best.number()) {
            first.removeFirst();
        }
        first.removeFirst();
        if (best.number() > 1) {
            notes.add("The headings were found in row " + best.number() + "; what stands above is not read.");
        }
        return best;
    }

    private void look(SheetRow sheetRow, ColumnPlan plan) {
        rows++;
        if (rows > rowLimit) {
            throw new UnreadableSheet(
                    "The file has more than " + rowLimit + " rows. Import it in parts; nothing of it was taken.");
        }
        ImportRow row = new ImportRow(sheetRow, plan, mapping.dateFormat());
        Verdict verdict = importer.look(row);
        boolean wrong = !row.problems().isEmpty();
        Effect effect = wrong ? Effect.REFUSED : verdict.effect();
        row.problems().forEach(this::problem);
        if (effect == Effect.ADDED || effect == Effect.CHANGED) {
            importer.take();
        }
        counts.merge(effect, 1, Integer::sum);
        if (effects.size() < MOST_EFFECTS) {
            effects.add(new RowEffect(row.number(), verdict.key(), effect, wrong ? null : verdict.detail()));
        }
    }

    private void problem(RowProblem problem) {
        problemCount++;
        if (problems.size() < MOST_PROBLEMS) {
            problems.add(problem);
        }
    }

    private ImportReport report(Spreadsheet sheet, int read, int headingRow, ColumnPlan plan) {
        int added = counts.getOrDefault(Effect.ADDED, 0);
        int changed = counts.getOrDefault(Effect.CHANGED, 0);
        int unchanged = counts.getOrDefault(Effect.UNCHANGED, 0);
        return new ImportReport(
                mapping.kind(),
                mapping.name(),
                dryRun,
                sheet.format(),
                headingRow,
                read,
                added + changed + unchanged,
                added,
                changed,
                unchanged,
                counts.getOrDefault(Effect.IN_AMS, 0),
                counts.getOrDefault(Effect.REFUSED, 0),
                plan.headings(),
                problems,
                problemCount - problems.size(),
                effects,
                read - effects.size(),
                notes);
    }
}

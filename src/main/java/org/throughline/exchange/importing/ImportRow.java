package org.throughline.exchange.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.importing.ImportReport.RowProblem;
import org.throughline.exchange.mapping.ColumnPlan;
import org.throughline.exchange.spreadsheet.SheetCell;
import org.throughline.exchange.spreadsheet.SheetDates;
import org.throughline.exchange.spreadsheet.SheetRow;
import org.throughline.platform.privacy.SensitiveNumbers;

/** A row as an importer asks it, field by field; what cannot be read becomes a problem of the row. */
final class ImportRow {

    private static final Set<String> YES =
            Set.of("yes", "y", "true", "1", "x", "active", "in force", "inforce", "current", "renewed", "new");
    private static final Set<String> NO = Set.of(
            "no",
            "n",
            "false",
            "0",
            "inactive",
            "cancelled",
            "canceled",
            "expired",
            "lapsed",
            "nonrenewed",
            "non-renewed",
            "not in force",
            "former",
            "lost");
    private static final int SHOWN = 60;

    private final SheetRow row;
    private final ColumnPlan plan;
    private final @Nullable String dateFormat;
    private final List<RowProblem> problems = new ArrayList<>();

    ImportRow(SheetRow row, ColumnPlan plan, @Nullable String dateFormat) {
        this.row = row;
        this.plan = plan;
        this.dateFormat = dateFormat;
    }

    int number() {
        return row.number();
    }

    List<RowProblem> problems() {
        return problems;
    }

    boolean has(ExchangeField field) {
        return plan.has(field);
    }

    /** What the row says for a field, at most so many characters; empty where it says nothing. */
    String text(ExchangeField field, int longest) {
        SheetCell cell = cell(field);
        switch (cell.kind()) {
            case FORMULA ->
                refuse(field, "The cell has a formula without its result. Replace it by what it should say.");
            case ERROR -> refuse(field, "The formula in the cell failed. Correct it, or write what it should say.");
            case PLAIN -> {
                if (cell.text().length() > longest) {
                    refuse(field, "At most " + longest + " characters have room. Shorten it.");
                }
            }
        }
        return cell.text();
    }

    String required(ExchangeField field, int longest) {
        String text = text(field, longest);
        if (text.isEmpty()) {
            refuse(
                    field,
                    "Nothing stands here. Every row needs a " + field.heading().toLowerCase(Locale.ROOT) + ".");
        }
        return text;
    }

    @Nullable
    LocalDate date(ExchangeField field) {
        String text = text(field, 60);
        if (text.isEmpty() || cell(field).kind() != SheetCell.Kind.PLAIN) {
            return null;
        }
        Optional<LocalDate> date = SheetDates.read(cell(field), dateFormat);
        if (date.isEmpty()) {
            refuse(
                    field,
                    "This is no date that can be read. Write 2026-11-23 or 11/23/2026"
                            + (dateFormat == null
                                    ? ", or give the mapping a date format."
                                    : ", or as " + dateFormat + "."));
        }
        return date.orElse(null);
    }

    /** Yes or no in one of many words. */
    boolean flag(ExchangeField field, boolean otherwise, Set<String> alsoYes, Set<String> alsoNo) {
        String text = text(field, 60).toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (YES.contains(text) || alsoYes.contains(text)) {
            return true;
        }
        if (!NO.contains(text) && !alsoNo.contains(text)) {
            refuse(field, "Write yes or no.");
        }
        return false;
    }

    /** Says what is wrong with a field of the row. */
    void refuse(ExchangeField field, String message) {
        problems.add(new RowProblem(
                row.number(), plan.heading(field), shown(cell(field).text()), message));
    }

    /** Says what is wrong with the row. */
    void refuse(String message) {
        problems.add(new RowProblem(row.number(), "", "", message));
    }

    private SheetCell cell(ExchangeField field) {
        SheetCell written = plan.column(field).map(row::cell).orElse(EMPTY);
        return written.isBlank() ? plan.constant(field).map(ImportRow::constant).orElse(EMPTY) : written;
    }

    private static final SheetCell EMPTY = new SheetCell("", null, SheetCell.Kind.PLAIN);

    private static SheetCell constant(String text) {
        return new SheetCell(text.strip(), null, SheetCell.Kind.PLAIN);
    }

    private static String shown(String text) {
        String masked = SensitiveNumbers.mask(text);
        return masked.length() <= SHOWN ? masked : masked.substring(0, SHOWN - 1) + "…";
    }

    /** All that the row says, for a row that has no key of its own. */
    String everything() {
        StringBuilder all = new StringBuilder();
        row.cells().forEach(cell -> all.append(cell.text().length()).append(':').append(cell.text()));
        return all.toString();
    }
}

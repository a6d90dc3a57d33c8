package org.throughline.exchange.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;
import org.throughline.exchange.mapping.ImportMapping.Column;
import org.throughline.exchange.spreadsheet.SheetCell;
import org.throughline.exchange.spreadsheet.SheetRow;

/** Which column of a file is which field, by the row of its headings. */
public final class ColumnPlan {

    private final Map<ExchangeField, Integer> columns = new EnumMap<>(ExchangeField.class);
    private final Map<ExchangeField, String> constants = new EnumMap<>(ExchangeField.class);
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final ExchangeKind kind;

    /** What becomes of a column. */
    public enum Use {
        READ,
        /** The mapping leaves it out. */
        LEFT_OUT,
        /** Only exports have it; what it says is not taken over. */
        ONLY_EXPORTED,
        /** Neither the mapping nor a usual heading. */
        NOT_RECOGNIZED
    }

    /** A column of the file. */
    public record Heading(String heading, @Nullable ExchangeField field, Use use) {}

    private ColumnPlan(ImportMapping mapping) {
        this.kind = mapping.kind();
    }

    /** How many headings of a row would be recognized, to find the row of headings below titles and notes. */
    public static int recognized(ImportMapping mapping, SheetRow row) {
        Map<String, Column> own = own(mapping);
        return (int) row.cells().stream()
                .map(cell -> cell.text())
                .filter(text -> !text.isEmpty())
                .filter(text -> own.containsKey(key(text))
                        || mapping.kind().usually(text).isPresent())
                .distinct()
                .count();
    }

    /** The plan for a file with these headings. */
    public static ColumnPlan of(ImportMapping mapping, SheetRow headings) {
        ColumnPlan plan = new ColumnPlan(mapping);
        mapping.columns().stream()
                .filter(column -> column.heading() == null)
                .forEach(column -> plan.constant(column.field(), column.constant()));
        plan.read(headings, own(mapping));
        plan.look(mapping);
        return plan;
    }

    private void constant(@Nullable ExchangeField field, @Nullable String value) {
        if (field != null && value != null) {
            constants.put(field, value);
        }
    }

    private void read(SheetRow row, Map<String, Column> own) {
        Set<String> seen = new TreeSet<>();
        Set<ExchangeField> mapped = own.values().stream()
                .flatMap(column -> Optional.ofNullable(column.field()).stream())
                .collect(Collectors.toSet());
        for (int at = 0; at < row.cells().size(); at++) {
            String heading = row.cell(at).text();
            if (heading.isEmpty()) {
                continue;
            }
            if (!seen.add(key(heading))) {
                faults.add("The heading \"" + heading + "\" is there twice. Rename or remove one of the columns.");
            }
            Column column = own.get(key(heading));
            if (column != null) {
                ExchangeField field = column.field();
                add(at, heading, field, field == null ? Use.LEFT_OUT : Use.READ);
            } else {
                @Nullable
                ExchangeField usual = kind.usually(heading)
                        .filter(field -> !mapped.contains(field) && isMostUsual(row, heading, field, own))
                        .orElse(null);
                add(
                        at,
                        heading,
                        usual,
                        usual == null ? Use.NOT_RECOGNIZED : usual.imported() ? Use.READ : Use.ONLY_EXPORTED);
            }
        }
    }

    /** Of "Insured" and "Account" in one file, the first says who it is. */
    private boolean isMostUsual(SheetRow row, String heading, ExchangeField field, Map<String, Column> own) {
        return row.cells().stream()
                .map(SheetCell::text)
                .filter(text -> !own.containsKey(key(text)))
                .filter(text -> kind.usually(text).filter(one -> one == field).isPresent())
                .min(Comparator.comparingInt(field::rank))
                .filter(best -> key(best).equals(key(heading)))
                .isPresent();
    }

    private void add(int at, String heading, @Nullable ExchangeField field, Use use) {
        headings.add(new Heading(heading, field, use));
        if (field != null && use == Use.READ) {
            columns.putIfAbsent(field, at);
        }
    }

    private void look(ImportMapping mapping) {
        for (Column column : mapping.columns()) {
            String heading = column.heading();
            ExchangeField field = column.field();
            if (heading != null
                    && field != null
                    && headings.stream().noneMatch(one -> key(one.heading()).equals(key(heading)))) {
                faults.add("The mapping \"" + mapping.name() + "\" reads " + field.heading() + " from a column \""
                        + heading + "\", which the file does not have. Correct the mapping, or choose another one.");
            }
        }
        kind.required().stream()
                .filter(field -> !has(field))
                .forEach(field -> faults.add("There is no column for " + field.heading()
                        + ", which every row needs. Name it \"" + field.heading() + "\", or map your heading to it."));
        if (columns.isEmpty()) {
            faults.add("No heading was recognized. The usual ones are: "
                    + kind.fields().stream()
                            .filter(ExchangeField::imported)
                            .map(ExchangeField::heading)
                            .collect(Collectors.joining(", "))
                    + ".");
        }
    }

    /** Whether rows can have a value for a field. */
    public boolean has(ExchangeField field) {
        return columns.containsKey(field) || constants.containsKey(field);
    }

    /** The column of a field, counted from zero. */
    public Optional<Integer> column(ExchangeField field) {
        return Optional.ofNullable(columns.get(field));
    }

    /** What every row has for a field. */
    public Optional<String> constant(ExchangeField field) {
        return Optional.ofNullable(constants.get(field));
    }

    /** The columns of the file in their order. */
    public List<Heading> headings() {
        return headings;
    }

    /** Why the file cannot be read with it; empty where it can. */
    public List<String> faults() {
        return faults;
    }

    /** The file's own heading of a field, for people. */
    public String heading(ExchangeField field) {
        return headings.stream()
                .filter(one -> one.field() == field && one.use() == Use.READ)
                .map(Heading::heading)
                .findFirst()
                .orElse(field.heading());
    }

    private static Map<String, Column> own(ImportMapping mapping) {
        Map<String, Column> own = new LinkedHashMap<>();
        for (Column column : mapping.columns()) {
            String heading = column.heading();
            if (heading != null) {
                own.put(key(heading), column);
            }
        }
        return own;
    }

    private static String key(String heading) {
        return heading.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}

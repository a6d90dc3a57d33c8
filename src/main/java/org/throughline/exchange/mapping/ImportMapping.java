package org.throughline.exchange.mapping;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.ExchangeField;
import org.throughline.exchange.ExchangeKind;

/**
 * How somebody's columns are read. A heading that is not listed is recognized as usual, and where it is not, the report of
 * the import says so.
 *
 * @param dateFormat pattern of dates that are neither ISO nor American, such as {@code dd.MM.yyyy}
 */
public record ImportMapping(
        String name, ExchangeKind kind, @Nullable String dateFormat, List<Column> columns) {

    /** The name that stands for recognizing usual headings, with no mapping of the agency's own. */
    public static final String DEFAULT = "default";

    /**
     * One line: a heading is a field, a heading without field is left out, and a constant without heading is the field's
     * value in every row.
     */
    public record Column(
            @Nullable String heading,
            @Nullable ExchangeField field,
            @Nullable String constant) {}

    /** The default mapping of a kind. */
    public static ImportMapping usual(ExchangeKind kind) {
        return new ImportMapping(DEFAULT, kind, null, List.of());
    }
}

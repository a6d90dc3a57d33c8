package org.throughline.exchange.spreadsheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell.
 *
 * @param text what it says, stripped; of a formula the result that the file has with it
 * @param date where the file itself says that it is a date
 */
public record SheetCell(String text, @Nullable LocalDate date, Kind kind) {

    /** What kind of content it has. */
    public enum Kind {
        PLAIN,
        /** A formula whose result the file does not have. It is never worked out here. */
        FORMULA,
        /** A formula that failed, such as {@code #REF!}. */
        ERROR
    }

    static SheetCell plain(String text) {
        return new SheetCell(text.strip(), null, Kind.PLAIN);
    }

    /** True where there is nothing in it. */
    public boolean isBlank() {
        return text.isEmpty() && kind == Kind.PLAIN;
    }
}

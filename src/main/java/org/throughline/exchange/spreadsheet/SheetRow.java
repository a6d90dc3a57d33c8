package org.throughline.exchange.spreadsheet;

import java.util.List;

/**
 * One row.
 *
 * @param number as a spreadsheet program counts rows; in CSV the line on which it begins
 */
public record SheetRow(int number, List<SheetCell> cells) {

    /** True where there is nothing in any cell. */
    public boolean isBlank() {
        return cells.stream().allMatch(SheetCell::isBlank);
    }

    /** The cell in a column counted from zero; a row may be shorter than others. */
    public SheetCell cell(int column) {
        return column < cells.size() ? cells.get(column) : SheetCell.plain("");
    }
}

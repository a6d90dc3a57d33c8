package org.throughline.exchange.spreadsheet;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;
import org.throughline.exchange.spreadsheet.SheetCell.Kind;

/** Reads cells of a workbook: a number that is shown as a date is one, and a formula is the result that is stored with it. */
final class XlsxCells {

    private final boolean from1904;

    XlsxCells(boolean from1904) {
        this.from1904 = from1904;
    }

    SheetCell cell(Cell cell) {
        String text = text(cell).strip();
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && text.startsWith("#"))) {
            return new SheetCell(text, null, Kind.ERROR);
        }
        if (cell.getType() == CellType.FORMULA && text.isEmpty() && cell.getRawValue() == null) {
            return new SheetCell("=" + Objects.requireNonNullElse(cell.getFormula(), ""), null, Kind.FORMULA);
        }
        BigDecimal number = number(cell);
        if (number == null) {
            return SheetCell.plain(text);
        }
        String plain = number.stripTrailingZeros().toPlainString();
        return isShownAsDate(cell.getDataFormatId(), cell.getDataFormatString())
                ? SheetDates.ofSerial(number, from1904)
                        .map(date -> new SheetCell(date.toString(), date, Kind.PLAIN))
                        .orElseGet(() -> SheetCell.plain(plain))
                : SheetCell.plain(plain);
    }

    /** What a cell says, of a formula its stored result; empty where there is nothing. */
    static String text(Cell cell) {
        Object value = cell.getValue();
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(value) ? "yes" : "no";
        }
        return value == null ? Objects.requireNonNullElse(cell.getRawValue(), "") : value.toString();
    }

    private static @Nullable BigDecimal number(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber();
        }
        return cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal number ? number : null;
    }

    /** The formats that every workbook has by number, and those that it brings and that show a day. */
    private static boolean isShownAsDate(@Nullable Integer id, @Nullable String format) {
        if (id != null && ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))) {
            return true;
        }
        if (format == null) {
            return false;
        }
        String shown = format.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]", "").toLowerCase(Locale.ROOT);
        return shown.indexOf('y') >= 0 || (shown.indexOf('d') >= 0 && shown.indexOf('m') >= 0);
    }
}

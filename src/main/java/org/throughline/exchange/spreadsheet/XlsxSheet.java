package org.throughline.exchange.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/** The first sheet of an XLSX file that people see and that has rows. */
final class XlsxSheet implements Spreadsheet {

    private static final int MOST_COLUMNS = 200;
    private static final String DAMAGED =
            "The workbook cannot be read. Open it in your spreadsheet program, save it as .xlsx anew and try again.";

    private final ReadableWorkbook workbook;
    private final Sheet sheet;
    private final XlsxCells cells;
    private final List<String> notes;

    private XlsxSheet(ReadableWorkbook workbook, Sheet sheet, List<String> notes) {
        this.workbook = workbook;
        this.sheet = sheet;
        this.cells = new XlsxCells(workbook.isDate1904());
        this.notes = notes;
    }

    static XlsxSheet open(byte[] file, long unpackedLimit) {
        ZipSize.check(file, unpackedLimit);
        ReadableWorkbook workbook = workbook(file);
        List<Sheet> visible = workbook.getSheets()
                .filter(one -> one.getVisibility() == SheetVisibility.VISIBLE)
                .toList();
        Sheet chosen = visible.stream()
                .filter(XlsxSheet::hasRows)
                .findFirst()
                .orElseThrow(
                        () -> new UnreadableSheet("The workbook has no rows on a sheet that is shown. Show the sheet"
                                + " with the list, or put the list on the first one."));
        return new XlsxSheet(workbook, chosen, notes(workbook, chosen));
    }

    /** With the formats of its cells; a workbook may have none. */
    private static ReadableWorkbook workbook(byte[] file) {
        try {
            return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(true, true));
        } catch (IOException | ExcelReaderException withoutFormats) {
            try {
                return new ReadableWorkbook(new ByteArrayInputStream(file), new ReadingOptions(false, true));
            } catch (IOException | ExcelReaderException broken) {
                throw new UnreadableSheet(DAMAGED, broken);
            }
        }
    }

    private static List<String> notes(ReadableWorkbook workbook, Sheet chosen) {
        List<String> notes = new ArrayList<>();
        String others = workbook.getSheets()
                .filter(one -> one.getIndex() != chosen.getIndex())
                .map(one ->
                        '"' + one.getName() + '"' + (one.getVisibility() == SheetVisibility.VISIBLE ? "" : " (hidden)"))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            notes.add("Only the sheet \"" + chosen.getName() + "\" is read. The workbook also has " + others
                    + "; to import one of them, make it the first that is shown.");
        }
        return notes;
    }

    private static boolean hasRows(Sheet sheet) {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> row.stream()
                    .anyMatch(cell -> cell != null && !XlsxCells.text(cell).isBlank()));
        } catch (IOException | ExcelReaderException broken) {
            throw new UnreadableSheet(DAMAGED, broken);
        }
    }

    @Override
    public String format() {
        return "Excel workbook, sheet \"" + sheet.getName() + '"';
    }

    @Override
    public List<String> notes() {
        return notes;
    }

    @Override
    public Stream<SheetRow> rows() {
        try {
            return sheet.openStream().map(this::row);
        } catch (IOException | ExcelReaderException broken) {
            throw new UnreadableSheet(DAMAGED, broken);
        }
    }

    private SheetRow row(Row row) {
        List<SheetCell> found = new ArrayList<>();
        int columns = Math.min(row.getCellCount(), MOST_COLUMNS);
        for (int column = 0; column < columns; column++) {
            found.add(row.getOptionalCell(column).map(cells::cell).orElseGet(() -> SheetCell.plain("")));
        }
        return new SheetRow(row.getRowNum(), found);
    }

    @Override
    public void close() {
        try {
            workbook.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

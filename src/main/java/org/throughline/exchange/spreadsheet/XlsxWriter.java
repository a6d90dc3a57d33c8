package org.throughline.exchange.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes text as text, whatever it begins with; rows leave memory as they are written. */
final class XlsxWriter implements SheetWriter {

    private static final int FLUSH_AFTER = 500;
    private static final int LONGEST_CELL = 32_000;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxWriter(OutputStream out, String sheetName) {
        this.workbook = new Workbook(out, "Throughline", null);
        this.sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(0, 1);
    }

    @Override
    public void row(List<?> cells) throws IOException {
        for (int column = 0; column < cells.size(); column++) {
            Object value = cells.get(column);
            if (value instanceof LocalDate day) {
                sheet.value(next, column, day);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            } else if (value != null) {
                sheet.inlineString(next, column, writable(value.toString()));
            }
        }
        next++;
        if (next % FLUSH_AFTER == 0) {
            sheet.flush();
        }
    }

    /** Without the characters that no XML can hold. */
    private static String writable(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", " ");
        return plain.length() <= LONGEST_CELL ? plain : plain.substring(0, LONGEST_CELL);
    }

    @Override
    public void close() throws IOException {
        sheet.finish();
        workbook.finish();
    }
}

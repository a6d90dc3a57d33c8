package org.throughline.exchange.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes rows to a stream as they come; nothing that it writes is a formula. */
public interface SheetWriter extends AutoCloseable {

    /** One row; a null is an empty cell, a {@link java.time.LocalDate} a day, and everything else what it says. */
    void row(List<?> cells) throws IOException;

    /** Ends the file; the stream stays open. */
    @Override
    void close() throws IOException;

    /** A CSV file that spreadsheet programs open as it is. */
    static SheetWriter csv(OutputStream out) throws IOException {
        return new CsvWriter(out);
    }

    /** An XLSX file with one sheet. */
    static SheetWriter xlsx(OutputStream out, String sheetName) {
        return new XlsxWriter(out, sheetName);
    }
}

package org.throughline.exchange.spreadsheet;

import java.util.List;
import java.util.stream.Stream;

/** A file of rows, open for one reading from its beginning to its end. */
public interface Spreadsheet extends AutoCloseable {

    /** What it was found to be, for people: {@code CSV, UTF-8, separated by semicolons}. */
    String format();

    /** What a person should know about how it is read. */
    List<String> notes();

    /**
     * Its rows, once, blank ones included.
     *
     * @throws UnreadableSheet from the stream, where the file cannot be read on
     */
    Stream<SheetRow> rows();

    @Override
    void close();
}

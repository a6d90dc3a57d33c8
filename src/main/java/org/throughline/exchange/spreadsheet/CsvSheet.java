package org.throughline.exchange.spreadsheet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file (RFC 4180, with whatever separator). */
final class CsvSheet implements Spreadsheet {

    private final CsvText text;
    private final Separator separator;
    private final CSVParser parser;
    private int line;

    private CsvSheet(CsvText text, Separator separator, CSVParser parser, int skipped) {
        this.text = text;
        this.separator = separator;
        this.parser = parser;
        this.line = skipped;
    }

    static CsvSheet open(byte[] file, @Nullable Charset named) {
        CsvText text = CsvText.of(file, named);
        if (text.text().isBlank()) {
            throw new UnreadableSheet(
                    "The file has no rows. Choose the file again, or export it anew where it comes from.");
        }
        Separator separator = Separator.of(text.text());
        boolean said = Separator.isSaid(text.text());
        String rows = said ? text.text().substring(lineEnd(text.text())) : text.text();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator.character())
                .setIgnoreEmptyLines(false)
                .get();
        try {
            return new CsvSheet(text, separator, CSVParser.parse(new StringReader(rows), format), said ? 1 : 0);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static int lineEnd(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text.length() : end + 1;
    }

    @Override
    public String format() {
        return "CSV, " + text.encoding() + ", separated by " + separator.plural();
    }

    @Override
    public List<String> notes() {
        return text.notes();
    }

    @Override
    public Stream<SheetRow> rows() {
        Iterator<CSVRecord> records = parser.iterator();
        int before = line;
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Iterator<SheetRow>() {
                            @Override
                            public boolean hasNext() {
                                return reading(records::hasNext);
                            }

                            @Override
                            public SheetRow next() {
                                CSVRecord found = reading(records::next);
                                int begin = line + 1;
                                line = before + (int) parser.getCurrentLineNumber();
                                return new SheetRow(
                                        begin,
                                        found.stream().map(CsvSheet::cell).toList());
                            }
                        },
                        Spliterator.ORDERED),
                false);
    }

    private <T> T reading(Supplier<T> step) {
        try {
            return step.get();
        } catch (UncheckedIOException | IllegalStateException broken) {
            throw new UnreadableSheet(
                    "From line " + (line + 1) + " on the file cannot be read: a quotation mark is not closed, or stands"
                            + " inside a cell. Write a quotation mark in a cell as two, and put the cell in quotation"
                            + " marks.",
                    broken);
        }
    }

    private static SheetCell cell(String written) {
        String text = FormulaGuard.unguarded(written.strip());
        return text.startsWith("=") ? new SheetCell(text, null, SheetCell.Kind.FORMULA) : SheetCell.plain(text);
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}

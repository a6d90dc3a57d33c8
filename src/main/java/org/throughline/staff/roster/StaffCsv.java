package org.throughline.staff.roster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.License;
import org.throughline.staff.StaffMember;

/**
 * The CSV file of people (RFC 4180, a header line, one row a license): reads its rows, and writes it. Lists in a cell are
 * separated by {@code ;}.
 */
final class StaffCsv {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private StaffCsv() {}

    /** One row with the line of the file on which it begins; cells are stripped. */
    record Row(int line, Map<StaffColumn, String> cells) {

        String get(StaffColumn column) {
            return cells.getOrDefault(column, "");
        }

        boolean hasLicense() {
            return cells.entrySet().stream()
                    .anyMatch(cell ->
                            cell.getKey().ofLicense() && !cell.getValue().isEmpty());
        }
    }

    /** The rows, and what cannot be read at all. */
    record Sheet(List<Row> rows, List<LineFault> faults) {}

    /** Reads a file; where the header is wrong, there are no rows. */
    static Sheet read(byte[] file, @Nullable Charset named) {
        List<LineFault> faults = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        @Nullable String text = decode(file, named, faults);
        if (text != null) {
            read(text, rows, faults);
        }
        return new Sheet(rows, faults);
    }

    private static void read(String text, List<Row> rows, List<LineFault> faults) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        int line = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            @Nullable List<StaffColumn> header = null;
            while (records.hasNext()) {
                CSVRecord found = records.next();
                int begin = line + 1;
                line = (int) parser.getCurrentLineNumber();
                if (found.stream().allMatch(String::isBlank)) {
                    continue;
                }
                if (header == null) {
                    header = header(begin, found, faults);
                    if (!faults.isEmpty()) {
                        return;
                    }
                } else {
                    row(begin, found, header, rows, faults);
                }
            }
            if (header == null) {
                faults.add(new LineFault(1, "", "The file is empty. Begin it with the header line " + headers() + "."));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            faults.add(new LineFault(
                    line + 1,
                    "",
                    "From here the file cannot be read: a quotation mark is not closed, or stands inside a cell. Write a"
                            + " quotation mark in a cell as two, and put the cell in quotation marks."));
        }
    }

    private static List<StaffColumn> header(int line, CSVRecord found, List<LineFault> faults) {
        List<StaffColumn> header = new ArrayList<>();
        for (String cell : found) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            StaffColumn.ofHeader(name)
                    .ifPresentOrElse(
                            column -> {
                                if (header.contains(column)) {
                                    faults.add(new LineFault(line, name, "The column is there twice. Remove one."));
                                }
                                header.add(column);
                            },
                            () -> faults.add(new LineFault(
                                    line, name, "There is no such column. Remove it, or correct its name.")));
        }
        Arrays.stream(StaffColumn.values())
                .filter(column -> !header.contains(column))
                .forEach(column -> faults.add(new LineFault(
                        line,
                        column.header(),
                        "The column is missing. The header line has, separated by commas: " + headers() + ".")));
        return header;
    }

    private static void row(
            int line, CSVRecord found, List<StaffColumn> header, List<Row> rows, List<LineFault> faults) {
        if (found.size() > header.size()) {
            faults.add(new LineFault(
                    line,
                    "",
                    "The row has " + found.size() + " cells and the header " + header.size()
                            + ". Put a cell that has a comma in it in quotation marks."));
            return;
        }
        Map<StaffColumn, String> cells = new EnumMap<>(StaffColumn.class);
        for (int index = 0; index < found.size(); index++) {
            cells.put(header.get(index), found.get(index).strip());
        }
        rows.add(new Row(line, cells));
    }

    private static @Nullable String decode(byte[] file, @Nullable Charset named, List<LineFault> faults) {
        Charset charset = named == null ? charset(file) : named;
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(file);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(file.length * (double) decoder.maxCharsPerByte()) + 1);
        CoderResult result = decoder.decode(bytes, text, true);
        text.flip();
        if (result.isError()) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            faults.add(new LineFault(
                    line,
                    "",
                    "The line has a character that is not " + charset.name() + ". Save the file as \"CSV UTF-8\"."));
            return null;
        }
        return text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK
                ? text.subSequence(1, text.length()).toString()
                : text.toString();
    }

    /** UTF-8, unless the file begins with the mark of a wider encoding. */
    private static Charset charset(byte[] file) {
        if (file.length > 1 && file[0] == (byte) 0xFE && file[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return file.length > 1 && file[0] == (byte) 0xFF && file[1] == (byte) 0xFE
                ? StandardCharsets.UTF_16LE
                : StandardCharsets.UTF_8;
    }

    /** Writes people so that {@link #read} reads them; the mark at the beginning tells a spreadsheet that it is UTF-8. */
    static byte[] write(List<StaffMember> people) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (OutputStreamWriter out = new OutputStreamWriter(file, StandardCharsets.UTF_8)) {
            out.write(BYTE_ORDER_MARK);
            CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord(Arrays.stream(StaffColumn.values()).map(StaffColumn::header));
            for (StaffMember person : people) {
                if (person.licenses().isEmpty()) {
                    print(printer, person, null);
                }
                for (License license : person.licenses()) {
                    print(printer, person, license);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return file.toByteArray();
    }

    private static void print(CSVPrinter printer, StaffMember person, @Nullable License license) throws IOException {
        printer.printRecord(StaffColumn.cells(person, license));
    }

    static String headers() {
        return Arrays.stream(StaffColumn.values()).map(StaffColumn::header).collect(Collectors.joining(","));
    }
}

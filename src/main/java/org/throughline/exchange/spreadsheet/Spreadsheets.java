package org.throughline.exchange.spreadsheet;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Opens what somebody sends as a spreadsheet by what the file is, whatever its name or media type say. */
public final class Spreadsheets {

    /** Media type of an XLSX file. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Media type of a CSV file. */
    public static final String CSV = "text/csv";

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] PDF = {'%', 'P', 'D', 'F'};

    private Spreadsheets() {}

    /**
     * Opens a file.
     *
     * @param named the encoding that the sender names, which only text has
     * @param unpackedLimit bytes that may be in a packed file
     * @throws UnreadableSheet if it is none that can be read here
     */
    public static Spreadsheet open(byte[] file, @Nullable Charset named, long unpackedLimit) {
        if (file.length == 0) {
            throw new UnreadableSheet(
                    "The file is empty. Choose the file again, or export it anew where it comes from.");
        }
        if (begins(file, OLD_OFFICE)) {
            throw new UnreadableSheet("This is an Excel file of the old kind (.xls), or one with a password. Save it as"
                    + " .xlsx without a password, or as CSV.");
        }
        if (begins(file, PDF)) {
            throw new UnreadableSheet("This is a PDF. Export the list as .xlsx or CSV.");
        }
        return begins(file, ZIP) ? XlsxSheet.open(file, unpackedLimit) : CsvSheet.open(file, named);
    }

    private static boolean begins(byte[] file, byte[] mark) {
        return file.length >= mark.length && Arrays.equals(file, 0, mark.length, mark, 0, mark.length);
    }
}

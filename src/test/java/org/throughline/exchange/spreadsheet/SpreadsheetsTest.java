package org.throughline.exchange.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.exchange.spreadsheet.SheetCell.Kind;

/** Files as agencies have them, and files that somebody made to do harm. */
class SpreadsheetsTest {

    private static final long LIMIT = 20_000_000;
    private static final String ROWS = "name,state\r\n\"José & Söhne, Inc.\",TX\r\n";

    @Test
    void readsTheEncodingsOfSpreadsheetPrograms() {
        Charset windows = Charset.forName("windows-1252");
        assertThat(csv(ROWS.getBytes(UTF_8)).get(1)).containsExactly("José & Söhne, Inc.", "TX");
        assertThat(csv(("\uFEFF" + ROWS).getBytes(UTF_8)).get(0)).containsExactly("name", "state");
        assertThat(csv(("\uFEFF" + ROWS).getBytes(UTF_16LE)).get(1)).containsExactly("José & Söhne, Inc.", "TX");
        assertThat(csv(("\uFEFF" + ROWS).getBytes(UTF_16BE)).get(1)).containsExactly("José & Söhne, Inc.", "TX");
        assertThat(csv(ROWS.getBytes(UTF_16LE)).get(1)).containsExactly("José & Söhne, Inc.", "TX");
        assertThat(csv(ROWS.getBytes(windows)).get(1)).containsExactly("José & Söhne, Inc.", "TX");
        try (Spreadsheet sheet = Spreadsheets.open(ROWS.getBytes(windows), null, LIMIT)) {
            assertThat(sheet.format()).isEqualTo("CSV, Windows-1252, separated by commas");
            assertThat(sheet.notes()).singleElement().asString().contains("CSV UTF-8");
        }
        assertThatThrownBy(() -> Spreadsheets.open(ROWS.getBytes(windows), UTF_8, LIMIT))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("not UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"';', semicolons", "'\t', tabs", "'|', bars", "',', commas"})
    void findsWhatSeparatesTheCells(String separator, String plural) {
        String text = String.join(separator, "name", "note", "state") + "\n"
                + String.join(separator, "Acme", "\"1,5; or 2|3\tmore\"", "TX") + "\n";

        try (Spreadsheet sheet = Spreadsheets.open(text.getBytes(UTF_8), null, LIMIT)) {
            assertThat(sheet.format()).endsWith("separated by " + plural);
            assertThat(cells(sheet).get(1)).containsExactly("Acme", "1,5; or 2|3\tmore", "TX");
        }
        assertThat(csv("sep=;\nname;state\nA, B, C, D;TX\n".getBytes(UTF_8)).get(1))
                .containsExactly("A, B, C, D", "TX");
    }

    @Test
    void countsRowsAsThePersonSeesThem() {
        try (Spreadsheet sheet = Spreadsheets.open("a,b\n\n\"two\nlines\",1\nlast,2\n".getBytes(UTF_8), null, LIMIT);
                Stream<SheetRow> rows = sheet.rows()) {
            assertThat(rows.filter(row -> !row.isBlank()).map(SheetRow::number)).containsExactly(1, 3, 5);
        }
    }

    @Test
    void saysWhatIsWrongWithAFile() {
        refused(new byte[0], "empty");
        refused("  \n \n".getBytes(UTF_8), "no rows");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, ".xls");
        refused("%PDF-1.7 …".getBytes(UTF_8), "PDF");
        refused("PK\3\4 broken".getBytes(UTF_8), "damaged");
        refused(zipped("content.xml", 10), "no Excel workbook");
        refused(zipped("xl/workbook.xml", 10), "cannot be read");
        refused(zipped("xl/workbook.xml", 300_000_000), "larger than 19 MB");
        assertThatThrownBy(() -> csv("a,b\n\"never closed,1\n".getBytes(UTF_8)))
                .isInstanceOf(UnreadableSheet.class)
                .hasMessageContaining("From line 2 on")
                .hasMessageContaining("quotation mark");
    }

    @Test
    void neverTakesAFormulaOfTextFilesForItsWords() {
        try (Spreadsheet sheet = Spreadsheets.open("a,b,c\n=1+1,'=1+1,+1 713\n".getBytes(UTF_8), null, LIMIT);
                Stream<SheetRow> rows = sheet.rows()) {
            List<SheetCell> cells = rows.skip(1).findFirst().orElseThrow().cells();
            assertThat(cells.get(0).kind()).isEqualTo(Kind.FORMULA);
            assertThat(cells.get(1).kind()).isEqualTo(Kind.FORMULA);
            assertThat(cells.get(2)).isEqualTo(SheetCell.plain("+1 713"));
        }
    }

    @Test
    void readsAWorkbook() {
        byte[] file = workbook(workbook -> {
            Worksheet hidden = workbook.newWorksheet("Old");
            hidden.value(0, 0, "not this");
            hidden.setVisibilityState(VisibilityState.HIDDEN);
            workbook.newWorksheet("Empty");
            Worksheet list = workbook.newWorksheet("List");
            list.value(0, 0, "Clients of the agency");
            list.range(0, 0, 0, 3).merge();
            list.value(2, 0, 1001);
            list.value(2, 1, 7135550142L);
            list.value(2, 2, LocalDate.of(2027, 3, 1));
            list.style(2, 2).format("m/d/yyyy").set();
            list.value(2, 3, 46082.75);
            list.style(2, 3).format("dd.mm.yyyy hh:mm").set();
            list.value(2, 4, true);
            list.value(2, 5, 0.5);
            list.formula(2, 6, "A3*2");
            list.value(2, 7, "=HYPERLINK(\"x\")");
        });

        try (Spreadsheet sheet = Spreadsheets.open(file, null, LIMIT);
                Stream<SheetRow> stream = sheet.rows()) {
            List<SheetRow> rows = stream.filter(row -> !row.isBlank()).toList();
            assertThat(sheet.format()).isEqualTo("Excel workbook, sheet \"List\"");
            assertThat(sheet.notes()).singleElement().asString().contains("\"Old\" (hidden), \"Empty\"");
            assertThat(rows).extracting(SheetRow::number).containsExactly(1, 3);
            List<SheetCell> cells = rows.get(1).cells();
            assertThat(cells.stream().limit(6).map(SheetCell::text))
                    .containsExactly("1001", "7135550142", "2027-03-01", "2026-03-01", "yes", "0.5");
            assertThat(cells.get(2).date()).isEqualTo(LocalDate.of(2027, 3, 1));
            assertThat(cells.get(3).date()).isEqualTo(LocalDate.of(2026, 3, 1));
            assertThat(cells.get(6).kind()).isEqualTo(Kind.FORMULA);
            assertThat(cells.get(7)).isEqualTo(SheetCell.plain("=HYPERLINK(\"x\")"));
        }
    }

    @Test
    void takesTheResultThatAFormulaIsStoredWith() {
        byte[] file = Xlsx.withRow("<c r=\"A1\"><f>1+1</f><v>2</v></c>"
                + "<c r=\"B1\" t=\"str\"><f>UPPER(\"tx\")</f><v>TX</v></c>"
                + "<c r=\"C1\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>");

        try (Spreadsheet sheet = Spreadsheets.open(file, null, LIMIT);
                Stream<SheetRow> rows = sheet.rows()) {
            List<SheetCell> cells = rows.findFirst().orElseThrow().cells();
            assertThat(cells.get(0)).isEqualTo(SheetCell.plain("2"));
            assertThat(cells.get(1)).isEqualTo(SheetCell.plain("TX"));
            assertThat(cells.get(2).kind()).isEqualTo(Kind.ERROR);
        }
    }

    @Test
    void writesWhatNoProgramRuns() throws IOException {
        List<String> texts = List.of("=cmd|' /C calc'!A0", "+1 713", "-5", "@SUM(A1)", "'quoted", "'=both", "plain");
        ByteArrayOutputStream csv = new ByteArrayOutputStream();
        try (SheetWriter out = SheetWriter.csv(csv)) {
            out.row(texts);
            out.row(Arrays.asList(null, LocalDate.of(2026, 11, 23), "a, \"b\""));
        }
        ByteArrayOutputStream xlsx = new ByteArrayOutputStream();
        try (SheetWriter out = SheetWriter.xlsx(xlsx, "list")) {
            out.row(texts);
            out.row(Arrays.asList(null, LocalDate.of(2026, 11, 23), "a\u0001b"));
        }

        assertThat(csv.toString(UTF_8))
                .isEqualTo("\uFEFF'=cmd|' /C calc'!A0,'+1 713,'-5,'@SUM(A1),'quoted,''=both,plain\r\n"
                        + "\"\",2026-11-23,\"a, \"\"b\"\"\"\r\n");
        assertThat(csv(csv.toByteArray()).get(0)).containsExactlyElementsOf(texts);
        try (Spreadsheet sheet = Spreadsheets.open(xlsx.toByteArray(), null, LIMIT);
                Stream<SheetRow> stream = sheet.rows()) {
            List<SheetRow> rows = stream.toList();
            assertThat(rows.get(0).cells()).extracting(SheetCell::kind).containsOnly(Kind.PLAIN);
            assertThat(rows.get(0).cells()).extracting(SheetCell::text).containsExactlyElementsOf(texts);
            assertThat(rows.get(1).cell(1).date()).isEqualTo(LocalDate.of(2026, 11, 23));
            assertThat(rows.get(1).cell(2).text()).isEqualTo("a b");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, 2026-11-23",
        "2026-11-23T08:30:00-06:00, 2026-11-23",
        "11/23/2026, 2026-11-23",
        "1/2/26, 2026-01-02",
        "11/23/2026 12:00 AM, 2026-11-23",
        "46082, 2026-03-01",
        "'Nov 3, 2026', 2026-11-03",
        "3-Nov-2026, 2026-11-03",
        "23.11.2026, ",
        "2/30/2026, ",
        "23/11/2026, ",
        "soon, "
    })
    void readsDates(String text, String day) {
        assertThat(SheetDates.read(SheetCell.plain(text), null).map(LocalDate::toString))
                .isEqualTo(Optional.ofNullable(day));
    }

    @Test
    void readsDatesOfTheFilesOwnPattern() {
        assertThat(SheetDates.read(SheetCell.plain("23.11.2026"), "dd.MM.yyyy")).contains(LocalDate.of(2026, 11, 23));
        assertThat(SheetDates.read(SheetCell.plain("02/03/2026"), "dd/MM/yyyy")).contains(LocalDate.of(2026, 3, 2));
        assertThatThrownBy(() -> SheetDates.check("HH:mm")).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> SheetDates.check("MM/yyyy")).isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(byte[] file, String words) {
        assertThatThrownBy(() -> csv(file)).isInstanceOf(UnreadableSheet.class).hasMessageContaining(words);
    }

    private static List<List<String>> csv(byte[] file) {
        try (Spreadsheet sheet = Spreadsheets.open(file, null, LIMIT)) {
            return cells(sheet);
        }
    }

    private static List<List<String>> cells(Spreadsheet sheet) {
        try (Stream<SheetRow> rows = sheet.rows()) {
            return rows.map(row -> row.cells().stream().map(SheetCell::text).toList())
                    .toList();
        }
    }

    private static byte[] workbook(Consumer<Workbook> content) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Workbook workbook = new Workbook(out, "test", null);
            content.accept(workbook);
            workbook.finish();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] zipped(String name, int size) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[10_000];
            for (int written = 0; written < size; written += block.length) {
                zip.write(block, 0, Math.min(block.length, size - written));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return out.toByteArray();
    }
}

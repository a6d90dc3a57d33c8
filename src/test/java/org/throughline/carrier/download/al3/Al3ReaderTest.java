package org.throughline.carrier.download.al3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;
import org.throughline.carrier.download.DownloadReader.Reading;
import org.throughline.carrier.download.Downloaded;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.TransactionCode;
import org.throughline.carrier.download.UnreadableFile;
import org.throughline.carrier.download.al3.Al3Samples.Group;

class Al3ReaderTest {

    private final Al3Reader reader = new Al3Reader();
    private final List<Downloaded> read = new ArrayList<>();
    private final Path folder;

    Al3ReaderTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Reading read(String file) throws IOException, UnreadableFile {
        return read(file, StandardCharsets.ISO_8859_1);
    }

    private Reading read(String file, Charset charset) throws IOException, UnreadableFile {
        read.clear();
        return reader.read(Files.writeString(folder.resolve("download.al3"), file, charset), read::add);
    }

    private List<Transaction> transactions() {
        return read.stream().map(Downloaded::transaction).toList();
    }

    private List<String> ids() {
        return transactions().stream().map(Transaction::id).toList();
    }

    @Test
    void splitsAFileIntoItsTransactions() throws IOException, UnreadableFile {
        Reading reading = read(Al3Samples.twoTransactions(""));

        assertThat(reading).isEqualTo(new Reading(2, List.of()));
        assertThat(transactions())
                .extracting(Transaction::code, Transaction::policyNumber, Transaction::policyKey)
                .containsExactly(
                        tuple(TransactionCode.RWL, "BMC-GL-0448213", "BMCGL0448213"),
                        tuple(TransactionCode.XLC, "SRM-PA-9914402", "SRMPA9914402"));
    }

    @Test
    void saysInOurTermsWhatTheCarrierDid() throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions(""));
        Transaction renewal = transactions().get(0);

        assertThat(renewal.carrier()).isEqualTo("BLUE MESA CASUALTY");
        assertThat(renewal.naic()).isEqualTo("10001");
        assertThat(renewal.line()).isEqualTo("GL");
        assertThat(renewal.effective()).isEqualTo("2026-12-01");
        assertThat(renewal.processed()).isEqualTo("2026-11-23");
        assertThat(renewal.termFrom()).isEqualTo("2026-12-01");
        assertThat(renewal.termTo()).isEqualTo("2027-12-01");
        assertThat(renewal.premium()).isEqualByComparingTo("4210.00");
        assertThat(renewal.remarks()).isEqualTo("RATE CHANGE 4 PERCENT");
        assertThat(renewal.whole()).isTrue();
        Transaction.Coverage coverage = renewal.coverages().get(0);
        assertThat(coverage.code()).isEqualTo("EACH OCC");
        assertThat(coverage.limit()).isEqualTo("1000000");
        assertThat(coverage.secondLimit()).isEmpty();
        assertThat(coverage.deductible()).isEqualTo("2500");
        assertThat(coverage.premium()).isEqualByComparingTo("1234.56");
    }

    @Test
    void doesNotGuessWhatTheCarrierDoesNotSay() throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions(""));
        Transaction cancellation = transactions().get(1);

        assertThat(cancellation.naic()).isNull();
        assertThat(cancellation.premium()).isNull();
        assertThat(cancellation.coverages()).isEmpty();
    }

    @Test
    void saysInWordsWhatTheCarrierDid() throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions(""));

        assertThat(transactions().get(0).subject())
                .isEqualTo("Carrier download: renewal (RWL) BMC-GL-0448213, OKAFOR PLUMBING LLC");
        assertThat(read.get(0).text()).isEqualTo("""
                        Carrier download: renewal (RWL) BMC-GL-0448213, OKAFOR PLUMBING LLC
                        Carrier: BLUE MESA CASUALTY
                        NAIC: 10001
                        Line of business: CGL
                        Policy: BMC-GL-0448213
                        Insured: OKAFOR PLUMBING LLC
                        Address: 500 HARWIN DR, HOUSTON, TX 77036
                        Phone: 7135550142
                        Transaction effective: 2026-12-01
                        Processed: 2026-11-23
                        Policy term: 2026-12-01 to 2027-12-01
                        Written premium: $4,210.00
                        Coverage: EACH OCC, premium $1,234.56; limit $1,000,000; deductible $2,500
                        Remarks: RATE CHANGE 4 PERCENT""");
    }

    /** Ids that were given before must not change: the inbound items of the past bear them. */
    @Test
    void givesTheIdsThatItAlwaysGave() throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions("\n"));

        assertThat(ids())
                .containsExactly(
                        "al3/81bcb5e1ea366da3c41902cb540f4952897177b5b2ee54fa7b1464cf0a3825eb",
                        "al3/93fd449c3aa765b13694306176da9f86ed9b93615abe0e5327bb8a166b28a29c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void readsLinesAsItReadsOneLongLine(String lineBreak) throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions(""));
        List<String> stream = ids();

        read(Al3Samples.twoTransactions(lineBreak));

        assertThat(ids()).isEqualTo(stream);
    }

    @Test
    void readsLinesWhoseBlanksWereCut() throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions("\n"));
        List<Downloaded> full = List.copyOf(read);

        read(Al3Samples.twoTransactions("\n").replaceAll("(?m) +$", ""));

        assertThat(read)
                .extracting(Downloaded::transaction, Downloaded::text)
                .containsExactlyElementsOf(full.stream()
                        .map(each -> tuple(each.transaction(), each.text()))
                        .toList());
    }

    @Test
    void readsFilesThatCountFromOne() throws IOException, UnreadableFile {
        read(Al3Samples.twoTransactions("\n").replaceAll("(?m)^(.{7}) ", "$1"));

        assertThat(transactions())
                .extracting(Transaction::policyNumber)
                .containsExactly("BMC-GL-0448213", "SRM-PA-9914402");
    }

    @Test
    void tellsTheTransactionThatMayNotBeWhole() throws IOException, UnreadableFile {
        String whole = Al3Samples.twoTransactions("\n");
        String cut = whole.substring(0, whole.indexOf("5BPI", whole.indexOf("XLC")));

        read(cut);

        assertThat(transactions()).extracting(Transaction::whole).containsExactly(true, false);
        assertThat(transactions().get(1).policyNumber()).isEmpty();
        assertThat(reader.isWhole(cut)).isFalse();
        assertThat(reader.isWhole(whole)).isTrue();
    }

    @Test
    void hasOneIdForTheSameTransactionInAnotherFile() throws IOException, UnreadableFile {
        String monday = Al3Samples.twoTransactions("\n");
        read(monday);
        List<String> first = ids();

        read(monday.replaceFirst("1MHG.*", "1MHG020 TUESDAY"));

        assertThat(ids()).isEqualTo(first).doesNotHaveDuplicates();
    }

    @Test
    void readsWhatStandsOnThePolicy() throws IOException, UnreadableFile {
        read(Al3Samples.file()
                .transaction("AUTOP", "SUMMIT RIDGE MUTUAL", "PCH", "20261123", "20261120")
                .insured("WATTS JEROME")
                .policy("SRMPA5519027", "99146", "AUTOP", "260601", "270601", "00000182400")
                .group(new Group("5VEH", 270)
                        .put(30, "0001????2021HONDA")
                        .put(62, "ACCORD")
                        .put(82, "?????1HGCV1F34MA012345"))
                .group(new Group("5VEH", 270)
                        .put(38, "2019FORD")
                        .put(62, "F-150")
                        .put(120, "1FTEW1EP9NH010211"))
                .group(new Group("5VEH", 270).put(38, "2001").put(87, "NOT A VEHICLE"))
                .group(new Group("5DRV", 223)
                        .put(39, "ALICIA")
                        .put(74, "WATTS")
                        .put(132, "TX")
                        .put(160, "19890709"))
                .group(new Group("5AOI", 200)
                        .put(24, "001LH")
                        .put(31, "CHARBOR BANK ISAOA")
                        .put(131, "LN-4471"))
                .group(new Group("5AOI", 200).put(24, "002ZZ").put(31, "CWHOEVER"))
                .group(new Group("5LAG", 200)
                        .put(28, "12 ELM ST")
                        .put(88, "AUSTIN")
                        .put(108, "TX78701"))
                .whole("\n"));

        assertThat(transactions().get(0).image())
                .containsExactly(
                        added(
                                Subject.VEHICLE,
                                "1HGCV1F34MA012345",
                                Map.of("year", "2021", "make", "HONDA", "model", "ACCORD")),
                        added(
                                Subject.VEHICLE,
                                "1FTEW1EP9NH010211",
                                Map.of("year", "2019", "make", "FORD", "model", "F-150")),
                        added(Subject.DRIVER, "ALICIA WATTS", Map.of("birthDate", "1989-07-09", "licenseState", "TX")),
                        added(Subject.LIENHOLDER, "HARBOR BANK ISAOA", Map.of("loanNumber", "LN-4471")),
                        added(
                                Subject.LOCATION,
                                "12 ELM ST",
                                Map.of(
                                        "address",
                                        "12 ELM ST",
                                        "city",
                                        "AUSTIN",
                                        "state",
                                        "TX",
                                        "postalCode",
                                        "78701")));
    }

    private static Change added(Subject subject, String name, Map<String, String> values) {
        return new Change(Action.ADD, subject, name, values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
    void readsNamesBeyondAscii(String charset) throws IOException, UnreadableFile {
        String file = Al3Samples.file()
                .transaction("HOME", "LAKESHORE NATIONAL", "RWL", "20261123", "20261201")
                .insured("JOSÉ PEÑA")
                .policy("LNI-HO-238811", "99128", "HOME", "261201", "271201", "00000100000")
                .whole("\r\n");

        read(file, Charset.forName(charset));

        assertThat(transactions().get(0).insured()).isEqualTo("JOSÉ PEÑA");
        assertThat(read.get(0).bytes()).contains("JOSÉ PEÑA".getBytes(Charset.forName(charset)));
    }

    @Test
    void goesOnBehindWhatItCannotRead() throws IOException, UnreadableFile {
        Reading reading = read(Al3Samples.file()
                .transaction("CGL", "BLUE MESA CASUALTY", "RWL", "20261123", "20261201")
                .policy("BMC-GL-0000001", "99112", "CGL", "261201", "271201", "00000100000")
                .transaction("CGL", "BLUE MESA CASUALTY", "PCH", "20261123", "20261201")
                .policy("BMC-GL-0000002", "99112", "CGL", "261201", "271201", "00000100000")
                .garbage("%%% transmission error %%%")
                .group(new Group("5RMK", 80).put(30, "LOST WITH ITS TRANSACTION"))
                .transaction("CGL", "BLUE MESA CASUALTY", "END", "20261123", "20261201")
                .policy("BMC-GL-0000003", "99112", "CGL", "261201", "271201", "00000100000")
                .whole("\n"));

        assertThat(transactions())
                .extracting(Transaction::policyNumber)
                .containsExactly("BMC-GL-0000001", "BMC-GL-0000003");
        assertThat(reading.transactions()).isEqualTo(2);
        assertThat(reading.problems()).hasSize(1);
        assertThat(reading.problems().get(0))
                .startsWith("At position ")
                .contains("\"%%% tra\" where a group has to begin.")
                .endsWith("The transaction on policy BMC-GL-0000002 was left out.");
    }

    @Test
    void saysWhereAFileIsBroken() {
        assertThatThrownBy(() -> read("1MHG020             \nhello"))
                .isInstanceOf(UnreadableFile.class)
                .hasMessage("At position 21 of the AL3 file stands \"hello\" where a group has to begin.");
        assertThatThrownBy(() -> read("1MHG020             \n3MTG010   "))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("no transaction");
        assertThatThrownBy(() -> read("2TRG212" + "x".repeat(100_000)))
                .isInstanceOf(UnreadableFile.class)
                .hasMessageContaining("a line of more than 32768 characters");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 7, 30, 211, 240, 300, 420, 700, 900})
    void readsAFileThatWasCutAnywhere(int length) throws IOException {
        String cut = Al3Samples.twoTransactions("").substring(0, length);

        try {
            Reading reading = read(cut);
            assertThat(reading.transactions()).isEqualTo(read.size()).isPositive();
            assertThat(transactions().get(read.size() - 1).whole()).isFalse();
        } catch (UnreadableFile none) {
            assertThat(read).isEmpty();
            assertThat(none.why()).isNotBlank();
        }
    }

    @Test
    void streamsTwentyThousandTransactions() throws IOException, UnreadableFile {
        Path file = folder.resolve("night.al3");
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.ISO_8859_1)) {
            out.write(new Group("1MHG", 60).toString());
            for (int number = 0; number < 20_000; number++) {
                out.write(Al3Samples.file()
                        .transaction("AUTOP", "SUMMIT RIDGE MUTUAL", "RWL", "20261123", "20261201")
                        .insured("INSURED " + number)
                        .policy(
                                String.format(Locale.ROOT, "SRMPA%07d", number),
                                "99146",
                                "AUTOP",
                                "261201",
                                "271201",
                                "00000100000")
                        .cut("")
                        .substring(60));
            }
            out.write(new Group("3MTG", 20).toString());
        }
        Set<String> ids = new HashSet<>();
        long[] largest = {0};

        Reading reading = reader.read(file, each -> {
            ids.add(each.transaction().id());
            largest[0] = Math.max(largest[0], each.original().length());
            assertThat(each.transaction().effective()).isEqualTo(LocalDate.of(2026, 12, 1));
        });

        assertThat(reading).isEqualTo(new Reading(20_000, List.of()));
        assertThat(ids).hasSize(20_000);
        assertThat(largest[0]).isLessThan(1000);
    }
}

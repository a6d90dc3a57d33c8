package org.throughline.intake.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughline.carrier.download.Downloads;
import org.throughline.carrier.download.Transaction;
import org.throughline.carrier.download.al3.Al3Reader;
import org.throughline.carrier.download.al3.Al3Samples;
import org.throughline.intake.Channel;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.intake.Receipt;
import org.throughline.intake.mail.AttachmentReader;
import org.throughline.intake.mail.MimeReader;

class FeedFolderTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC);

    private final IntakeProperties limits =
            new IntakeProperties(DataSize.ofMegabytes(1), DataSize.ofKilobytes(64), 10_000);
    private final AttachmentReader files = new AttachmentReader(limits);
    private final Map<String, NewItem> stored = new LinkedHashMap<>();
    private final Set<Transaction> kept = new LinkedHashSet<>();
    private final AtomicLong nanos = new AtomicLong();
    private int duplicates;
    private int acceptedBeforeTheCrash = Integer.MAX_VALUE;

    private final Path root;
    private FeedFolder folder;

    FeedFolderTest(@TempDir Path root) {
        this.root = root;
        this.folder = restarted();
    }

    /** As a process that is killed: nothing after it happens. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void openTheFolder() throws IOException {
        Files.createDirectories(root.resolve("in"));
    }

    @AfterEach
    void stop() {
        files.destroy();
    }

    private FeedFolder restarted() {
        InboundItems items = mock(InboundItems.class);
        when(items.accept(any())).thenAnswer(call -> accept(call.getArgument(0)));
        FeedProperties properties = new FeedProperties(
                root.resolve("in"),
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofSeconds(30),
                DataSize.ofKilobytes(128),
                Map.of());
        Downloads downloads = mock(Downloads.class);
        when(downloads.keep(any(), any())).thenAnswer(call -> kept.add(call.getArgument(0)));
        FeedReader reader = new FeedReader(
                items,
                List.of(new Al3Reader()),
                downloads,
                new MimeReader(files, limits, CLOCK),
                files,
                limits,
                properties,
                CLOCK);
        return new FeedFolder(reader, root.resolve("in"), properties, nanos::get);
    }

    private Receipt accept(NewItem item) {
        if (stored.size() >= acceptedBeforeTheCrash) {
            throw new Killed();
        }
        String id = Objects.requireNonNull(item.externalId(), "an item of the feed has an id");
        boolean known = stored.putIfAbsent(id, item) != null;
        duplicates += known ? 1 : 0;
        return new Receipt(id, known ? Receipt.Status.DUPLICATE : Receipt.Status.ACCEPTED, null);
    }

    private int lookAfter(Duration pause) throws IOException {
        nanos.addAndGet(pause.toNanos());
        return folder.look();
    }

    private int settle() throws IOException {
        folder.look();
        return lookAfter(Duration.ofSeconds(2));
    }

    private Path arrive(String name, String text) throws IOException {
        return Files.writeString(root.resolve("in").resolve(name), text, StandardCharsets.ISO_8859_1);
    }

    private List<String> names(String folderName) throws IOException {
        try (Stream<Path> entries = Files.list(root.resolve(folderName))) {
            return entries.map(entry -> String.valueOf(entry.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void makesAnItemOfEachTransactionAndNothingOfTheSameFileAgain() throws IOException {
        arrive("monday.al3", Al3Samples.twoTransactions("\r\n"));
        assertThat(settle()).isEqualTo(1);

        assertThat(stored.values()).extracting(NewItem::channel).containsOnly(Channel.CARRIER_FEED);
        assertThat(stored.values()).extracting(NewItem::sender).contains("BLUE MESA CASUALTY (AL3 download)");
        assertThat(kept).extracting(Transaction::id).containsExactlyElementsOf(stored.keySet());
        assertThat(names("done")).containsExactly("monday.al3");

        arrive("again.dat", Al3Samples.twoTransactions(""));
        assertThat(settle()).isEqualTo(1);

        assertThat(stored).hasSize(2);
        assertThat(duplicates).isEqualTo(2);
    }

    @Test
    void readsNoticesAndMails() throws IOException {
        arrive(
                "notice.txt",
                "From: notices@bluemesa.example\nSubject: Notice of cancellation\n\nPolicy BMC-GL-0448213");
        arrive("plain.txt", "Non-renewal of SRM-PA-9914402\neffective 12/20");
        arrive(
                "mail.eml",
                "From: uw@bluemesa.example\r\nMessage-ID: <m1@bluemesa.example>\r\nSubject: Audit\r\n\r\nPlease send payroll.");
        assertThat(settle()).isEqualTo(3);

        assertThat(stored.values())
                .extracting(NewItem::subject)
                .containsExactlyInAnyOrder("Notice of cancellation", "Non-renewal of SRM-PA-9914402", "Audit");
        assertThat(stored.keySet()).allMatch(id -> id.startsWith("feed/") || id.equals("<m1@bluemesa.example>"));
        assertThat(stored.values()).extracting(NewItem::channel).containsOnly(Channel.CARRIER_FEED);
        assertThat(stored.values())
                .extracting(NewItem::senderAddress)
                .contains("notices@bluemesa.example", "uw@bluemesa.example");
    }

    @Test
    void waitsForAFileThatStillGrows() throws IOException {
        Path file = arrive("slow.txt", "half");
        folder.look();
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        Files.writeString(file, "half and whole");

        assertThat(folder.look()).isZero();
        assertThat(lookAfter(Duration.ofSeconds(1))).isZero();
        assertThat(lookAfter(Duration.ofSeconds(1))).isEqualTo(1);
        assertThat(stored.values()).extracting(NewItem::body).containsExactly("half and whole");
    }

    @Test
    void waitsLongerForAnAl3FileWithoutItsEnd() throws IOException {
        String whole = Al3Samples.twoTransactions("\n");
        arrive("cut.al3", whole.substring(0, whole.indexOf("3MTG")));

        assertThat(settle()).isZero();
        assertThat(lookAfter(Duration.ofSeconds(28))).isEqualTo(1);
        assertThat(stored.values()).extracting(NewItem::flags).containsOnly(List.of("AL3_NO_TRAILER"));
    }

    @Test
    void leavesFilesUnderATemporaryNameAlone() throws IOException {
        arrive("x.part", "text");
        arrive(".hidden", "text");

        assertThat(settle()).isZero();
        assertThat(names("in")).containsExactly(".hidden", "x.part");
    }

    @Test
    void addsNothingTwiceWhenItIsKilledInTheMiddle() throws IOException {
        arrive("monday.al3", Al3Samples.twoTransactions("\n"));
        acceptedBeforeTheCrash = 1;
        assertThatThrownBy(this::settle).isInstanceOf(Killed.class);
        assertThat(stored).hasSize(1);
        assertThat(names("in")).containsExactly("monday.al3");

        acceptedBeforeTheCrash = Integer.MAX_VALUE;
        folder = restarted();
        assertThat(settle()).isEqualTo(1);

        assertThat(stored).hasSize(2);
        assertThat(duplicates).isEqualTo(1);
        assertThat(names("in")).isEmpty();
    }

    @Test
    void putsWhatNobodyCanReadAsideAndShowsItToAPerson() throws IOException {
        arrive("bad.al3", "this is no AL3");
        arrive("empty.txt", "");
        Files.write(root.resolve("in/program.exe"), new byte[] {'M', 'Z', 0, 1, 2, 3});
        arrive("large.txt", "x".repeat(70_000));
        arrive("good.txt", "Notice");
        assertThat(settle()).isEqualTo(4);
        assertThat(lookAfter(Duration.ofSeconds(28))).isEqualTo(1);

        assertThat(names("failed"))
                .containsExactly(
                        "bad.al3",
                        "bad.al3.reason.txt",
                        "empty.txt",
                        "empty.txt.reason.txt",
                        "large.txt",
                        "large.txt.reason.txt",
                        "program.exe",
                        "program.exe.reason.txt");
        assertThat(names("done")).containsExactly("good.txt");
        assertThat(Files.readString(root.resolve("failed/bad.al3.reason.txt"))).contains("At position 0");
        assertThat(stored.values().stream()
                        .filter(item -> item.refusal() != null)
                        .map(NewItem::subject))
                .containsExactlyInAnyOrder(
                        "Carrier feed file bad.al3 cannot be read",
                        "Carrier feed file empty.txt cannot be read",
                        "Carrier feed file large.txt cannot be read",
                        "Carrier feed file program.exe cannot be read");
    }

    @Test
    void takesInWhatCanBeReadOfADownloadAndShowsTheRestToAPerson() throws IOException {
        String monday = Al3Samples.twoTransactions("\n");
        arrive("monday.al3", monday.replaceFirst("5BPI", "?????"));
        assertThat(settle()).isEqualTo(1);

        assertThat(kept).extracting(Transaction::policyNumber).containsExactly("SRM-PA-9914402");
        assertThat(names("failed")).containsExactly("monday.al3", "monday.al3.reason.txt");
        assertThat(Files.readString(root.resolve("failed/monday.al3.reason.txt")))
                .startsWith(
                        "Of the download, 1 transactions were taken in, and the rest cannot be read:\nAt position ");
        assertThat(stored.values()).extracting(item -> item.refusal() == null).containsExactly(true, false);
    }

    @Test
    void readsDownloadsThatAreLargerThanAMessageMayBe() throws IOException {
        arrive("large.al3", Al3Samples.twoTransactions(" ".repeat(8_000) + "\n"));
        arrive("huge.al3", Al3Samples.twoTransactions(" ".repeat(20_000) + "\n"));
        assertThat(settle()).isEqualTo(2);

        assertThat(names("done")).containsExactly("large.al3");
        assertThat(names("failed")).containsExactly("huge.al3", "huge.al3.reason.txt");
    }

    @Test
    void keepsEveryFileOfTheSameName() throws IOException {
        arrive("notice.txt", "one");
        settle();
        arrive("notice.txt", "two");
        settle();

        assertThat(names("done")).containsExactly("notice-2.txt", "notice.txt");
        assertThat(stored).hasSize(2);
    }
}

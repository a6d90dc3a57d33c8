package org.throughline.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.util.unit.DataSize;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;
import org.throughline.intake.mail.corpus.HardMail;
import org.throughline.intake.mail.corpus.MailCorpus;

/** Every message of the corpus is read, kept byte for byte, in bounded time and memory, as a person would read it. */
class MimeCorpusTest {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long MOST_MEMORY = 500L * 1024 * 1024;
    private static final IntakeProperties LIMITS =
            new IntakeProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(60), 100_000);
    private static final AttachmentReader ATTACHMENTS = new AttachmentReader(LIMITS);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final MimeReader reader =
            new MimeReader(ATTACHMENTS, LIMITS, Clock.fixed(Instant.parse("2026-11-23T15:00:00Z"), ZoneOffset.UTC));

    @AfterAll
    static void cleanUp() {
        ATTACHMENTS.destroy();
    }

    static List<HardMail> corpus() {
        return MailCorpus.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corpus")
    void isReadAsAPersonWouldReadIt(HardMail mail) throws IOException {
        try (Spool spool = new Spool()) {
            Path file = spool.write(new ByteArrayInputStream(mail.bytes()), Long.MAX_VALUE);
            long cpu = THREADS.getCurrentThreadCpuTime();
            long memory = THREADS.getCurrentThreadAllocatedBytes();

            NewItem item = reader.read(file, spool);

            assertThat(Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu))
                    .as("processor time")
                    .isLessThan(PATIENCE);
            assertThat(THREADS.getCurrentThreadAllocatedBytes() - memory)
                    .as("memory taken in all")
                    .isLessThan(MOST_MEMORY);
            mail.check(item);
            nothingIsLost(item);
            try (InputStream original = item.original().open()) {
                assertThat(original.readAllBytes()).isEqualTo(mail.bytes());
            }
        }
    }

    private static void nothingIsLost(NewItem item) {
        boolean something = !item.body().isBlank()
                || !item.quoted().isBlank()
                || !item.forwarded().isBlank()
                || !item.attachments().isEmpty();
        assertThat(something || !item.flags().isEmpty())
                .as("text, a file or a flag")
                .isTrue();
        assertThat(item.body() + item.quoted() + item.forwarded() + item.subject())
                .doesNotContain("\0");
    }

    @Test
    void holdsAtLeastTwoHundredAndTwentyDifferentMessages() {
        assertThat(corpus().stream().map(HardMail::toString).distinct()).hasSameSizeAs(corpus());
        assertThat(corpus().stream()
                        .map(mail -> new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(220)
                .hasSameSizeAs(corpus());
        assertThat(corpus()).allMatch(HardMail::expectsSomething);
    }
}

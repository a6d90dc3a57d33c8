package org.throughline.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.throughline.intake.Content;
import org.throughline.intake.IntakeProperties;
import org.throughline.intake.NewItem;

class MimeReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final String HEAD = String.join(
            "\r\n",
            "From: Denise Okafor <denise@okafor.example>",
            "To: service@harborline.example",
            "Subject: COI",
            "Message-ID: <a@okafor.example>",
            "Date: Mon, 16 Nov 2026 10:12:00 -0600",
            "");

    private final IntakeProperties limits =
            new IntakeProperties(DataSize.ofMegabytes(1), DataSize.ofMegabytes(60), 100_000);
    private final AttachmentReader attachments = new AttachmentReader(limits);
    private final MimeReader reader = new MimeReader(attachments, limits, Clock.fixed(NOW, ZoneOffset.UTC));
    private final Spool spool = new Spool();

    @AfterEach
    void cleanUp() {
        spool.close();
        attachments.destroy();
    }

    @Test
    void findsTheMailThatADeliveryReportBringsBack() throws IOException {
        NewItem item = read(String.join(
                "\r\n",
                "From: MAILER-DAEMON@x.example",
                "Subject: Undelivered",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "Failed",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Final-Recipient: rfc822;a@b.example",
                "Action: failed",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: <SR-2026-000001-1@harborline.example>",
                "--b--",
                ""));

        assertThat(item.flags()).contains("DELIVERY_FAILED");
        assertThat(item.inReplyTo()).isEqualTo("<SR-2026-000001-1@harborline.example>");
    }

    @Test
    void readsAnOrdinaryMessage() throws IOException {
        NewItem item =
                read(HEAD + "In-Reply-To: <b@x>\r\nReferences: <c@x>\r\n <b@x>\r\nAuto-Submitted: no\r\n\r\nHello\r\n");

        assertThat(item.senderAddress()).isEqualTo("denise@okafor.example");
        assertThat(item.externalId()).isEqualTo("<a@okafor.example>");
        assertThat(item.body()).isEqualTo("Hello");
        assertThat(item.inReplyTo()).isEqualTo("<b@x>");
        assertThat(item.references()).containsExactly("<c@x>", "<b@x>");
        assertThat(item.receivedAt()).isEqualTo("2026-11-16T16:12:00Z");
        assertThat(item.flags()).isEmpty();
        assertThat(item.autoSubmitted()).isFalse();
    }

    @Test
    void flagsWhatIsMissing() throws IOException {
        NewItem item = read("Subject: nothing\r\n\r\n");

        assertThat(item.flags()).contains("NO_SENDER", "NO_MESSAGE_ID", "NO_DATE", "EMPTY_BODY");
        assertThat(item.externalId()).isNull();
        assertThat(item.receivedAt()).isEqualTo(NOW);
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        assertThat(read("").flags()).contains("EMPTY_BODY");
    }

    @Test
    void decodesAnUnknownCharsetAsWellAsItCan() throws IOException {
        NewItem item = read(HEAD + "Content-Type: text/plain; charset=x-martian\r\n\r\nCafé".replace("é", "\u00e9"));

        assertThat(item.body()).isEqualTo("Caf\u00e9");
        assertThat(item.flags()).contains("UNKNOWN_CHARSET");
    }

    @Test
    void appendsAMailInAMailAsForwarded() throws IOException {
        NewItem item = read(
                HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee attached\r\n--b\r\n"
                        + "Content-Type: message/rfc822\r\n\r\nFrom: gc@x.example\r\nSubject: Needs\r\n\r\nWaiver please\r\n--b--\r\n");

        assertThat(item.body()).isEqualTo("See attached");
        assertThat(item.forwarded()).contains("From: gc@x.example").contains("Waiver please");
    }

    @Test
    void survivesTwoThousandNestedParts() throws IOException {
        StringBuilder deep = new StringBuilder(HEAD);
        for (int i = 0; i < 2000; i++) {
            deep.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\r\n\r\n--b")
                    .append(i)
                    .append("\r\n");
        }
        NewItem item = read(deep.append("\r\ntext\r\n").toString());

        assertThat(item.flags()).contains("NESTING_TOO_DEEP");
    }

    @Test
    void keepsWhatATruncatedMessageHas() throws IOException {
        NewItem item = read(HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nFirst part\r\n--b\r\n"
                + "Content-Type: application/pdf; name=x.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERi0xLj");

        assertThat(item.body()).isEqualTo("First part");
        assertThat(item.flags()).contains("TRUNCATED");
        assertThat(item.attachments()).hasSize(1);
    }

    @Test
    void refusesAnAttachmentAboveTheLimitByItsDecodedSize() throws IOException {
        byte[] large = new byte[1024 * 1024 + 1];

        NewItem item = read(withFile("big.bin", "application/octet-stream", large));

        assertThat(item.refusal()).isEqualTo("The attachment \"big.bin\" is larger than 1 MB.");
        assertThat(item.attachments()).isEmpty();
        assertThat(read(withFile("ok.bin", "application/octet-stream", new byte[1024 * 1024]))
                        .refusal())
                .isNull();
    }

    @Test
    void readsPdfTextAndRecognizesTheAcordForm() throws IOException {
        NewItem item = read(withFile("app.pdf", "application/octet-stream", pdf("ACORD 125 (2016/03) Application")));

        assertThat(item.attachments().get(0).detectedType()).isEqualTo("application/pdf");
        assertThat(item.attachments().get(0).acordForm()).isEqualTo("125");
        assertThat(item.attachments().get(0).text()).contains("Application");
    }

    @Test
    void doesNotExpandAZipBomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 64; i++) {
                zip.write(zeros);
            }
        }

        NewItem item = read(withFile("a.zip", "application/zip", bytes.toByteArray()));

        assertThat(item.flags()).contains("ARCHIVE_BOMB");
        assertThat(item.attachments()).hasSize(1);
    }

    @Test
    void knowsMachineMail() throws IOException {
        assertThat(read(HEAD + "Auto-Submitted: auto-replied\r\n\r\nI am away").autoSubmitted())
                .isTrue();
        assertThat(read(HEAD
                                + "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n\r\n"
                                + "Failed\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\nFinal-Recipient: rfc822;x@y\r\n--b--\r\n")
                        .autoSubmitted())
                .isTrue();
    }

    @Test
    void saysWhoSentAMessageThatIsTooLarge() {
        byte[] head = (HEAD + "\r\n").getBytes(StandardCharsets.UTF_8);

        NewItem item = reader.tooLarge(head, Content.of(head), 70L * 1024 * 1024);

        assertThat(item.senderAddress()).isEqualTo("denise@okafor.example");
        assertThat(item.subject()).isEqualTo("COI");
        assertThat(item.refusal()).isEqualTo("The message has 70 MB; we take in up to 60 MB.");
    }

    @Test
    void keepsTheWordsOfAPageThatIsNestedTooDeepToTakeApart() {
        HtmlText.Page page = HtmlText.read("<div>".repeat(300_000) + "Bottom &amp; top");

        assertThat(page.text()).isEqualTo("Bottom & top");
        assertThat(page.hidden()).isNotEmpty();
    }

    @Test
    void takesNoStreamAboveTheHardCap() {
        assertThatThrownBy(() -> spool.write(new ByteArrayInputStream(new byte[11]), 10))
                .isInstanceOf(Spool.TooLarge.class);
    }

    private NewItem read(String message) throws IOException {
        Path file = spool.write(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)), Long.MAX_VALUE);
        return reader.read(file, spool);
    }

    private static String withFile(String name, String type, byte[] bytes) {
        return HEAD + "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n--b\r\nContent-Type: " + type
                + "\r\nContent-Disposition: attachment; filename=" + name
                + "\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(bytes) + "\r\n--b--\r\n";
    }

    private static byte[] pdf(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }
}

package org.throughline.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Flags;
import jakarta.mail.Flags.Flag;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.HeaderTerm;
import jakarta.mail.search.SubjectTerm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import org.throughline.sandbox.PracticeBook;

class MailServerTest {

    private static final String AGENCY = "service@agency.example";
    private static final String CLIENT = "denise@client.example";
    private static final String PLAIN = """
            From: Denise <denise@client.example>
            To: service@agency.example
            Subject: Certificate, please
            Message-ID: <one@client.example>
            Content-Type: text/plain; charset=utf-8

            Grüße from the field.
            .
            A line with a dot above.
            """;
    private static final String WITH_ATTACHMENT = """
            From: Denise <denise@client.example>
            To: service@agency.example
            Subject: =?utf-8?Q?With_a_sch=C3=B6n_file?=
            Message-ID: <two@client.example>
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="b1"

            --b1
            Content-Type: text/plain; charset=us-ascii

            See the file.
            --b1
            Content-Type: application/pdf; name="a.pdf"
            Content-Disposition: attachment; filename="a.pdf"
            Content-Transfer-Encoding: base64

            JVBERi0xLjQ=
            --b1
            Content-Type: message/rfc822

            From: other@client.example
            Subject: Inner
            Content-Type: text/plain

            Inside.
            --b1--
            """;

    @TempDir
    Path data;

    private PracticeMail mail;

    @BeforeEach
    void start() throws IOException {
        mail = new PracticeMail(data, DataSize.ofKilobytes(200));
    }

    @AfterEach
    void stop() throws IOException {
        mail.close();
    }

    @Test
    void deliversWhatWasSentUnchanged() throws Exception {
        mail.send("", CLIENT, AGENCY, PLAIN);

        mail.read(AGENCY, "INBOX", messages -> {
            assertThat(messages).hasSize(1);
            Message message = messages[0];
            assertThat(message.getSubject()).isEqualTo("Certificate, please");
            assertThat(message.getFrom()[0]).hasToString("Denise <denise@client.example>");
            assertThat(message.getHeader("Message-ID")).containsExactly("<one@client.example>");
            assertThat(message.getContent()).isEqualTo("Grüße from the field.\r\n.\r\nA line with a dot above.\r\n");
            assertThat(message.isSet(Flag.SEEN)).isFalse();
            return message;
        });
    }

    @Test
    void showsThePartsOfAMessage() throws Exception {
        mail.send("", CLIENT, AGENCY, WITH_ATTACHMENT);

        mail.read(AGENCY, "INBOX", messages -> {
            Multipart parts = (Multipart) messages[0].getContent();
            assertThat(messages[0].getSubject()).isEqualTo("With a schön file");
            assertThat(parts.getCount()).isEqualTo(3);
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("See the file.");
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("a.pdf");
            try (InputStream pdf = parts.getBodyPart(1).getInputStream()) {
                assertThat(pdf.readAllBytes()).isEqualTo("%PDF-1.4".getBytes(StandardCharsets.US_ASCII));
            }
            Message inner = (Message) parts.getBodyPart(2).getContent();
            assertThat(inner.getSubject()).isEqualTo("Inner");
            assertThat(inner.getContent()).isEqualTo("Inside.");
            return parts;
        });
    }

    @Test
    void keepsMailFlagsAndNumbersOverARestart() throws Exception {
        mail.send("", CLIENT, AGENCY, PLAIN);
        mail.send("", CLIENT, AGENCY, PLAIN);
        mail.send("", CLIENT, AGENCY, PLAIN);
        long validity = mail.read(AGENCY, "INBOX", messages -> {
            messages[0].setFlag(Flag.SEEN, true);
            messages[2].setFlag(Flag.DELETED, true);
            assertThat(messages[0].getFolder().expunge()).hasSize(1);
            return ((UIDFolder) messages[0].getFolder()).getUIDValidity();
        });

        mail.restart();
        mail.send("", CLIENT, AGENCY, PLAIN);

        mail.read(AGENCY, "INBOX", messages -> {
            UIDFolder folder = (UIDFolder) messages[0].getFolder();
            assertThat(folder.getUIDValidity()).isEqualTo(validity);
            assertThat(messages).hasSize(3);
            assertThat(messages[0].isSet(Flag.SEEN)).isTrue();
            assertThat(messages[1].isSet(Flag.SEEN)).isFalse();
            assertThat(folder.getUID(messages[2])).as("never given twice").isEqualTo(4);
            return folder;
        });
    }

    @Test
    void searchesByHeaderAndFlag() throws Exception {
        mail.send("", CLIENT, AGENCY, PLAIN);
        mail.send("", CLIENT, AGENCY, WITH_ATTACHMENT);

        mail.read(AGENCY, "INBOX", messages -> {
            Folder folder = messages[0].getFolder();
            messages[0].setFlag(Flag.SEEN, true);
            assertThat(folder.search(new HeaderTerm("Message-ID", "<two@client.example>")))
                    .containsExactly(messages[1]);
            assertThat(folder.search(new SubjectTerm("schön"))).containsExactly(messages[1]);
            assertThat(folder.search(new FlagTerm(new Flags(Flag.SEEN), false))).containsExactly(messages[1]);
            return folder;
        });
    }

    @Test
    void tellsAnOpenFolderWhatHasArrived() throws Exception {
        mail.send("", CLIENT, AGENCY, PLAIN);

        mail.read(AGENCY, "INBOX", messages -> {
            mail.send("", CLIENT, AGENCY, PLAIN);
            IMAPFolder folder = (IMAPFolder) messages[0].getFolder();
            folder.doCommand(protocol -> {
                protocol.noop();
                return protocol;
            });
            assertThat(folder.getMessageCount()).isEqualTo(2);
            return folder;
        });
    }

    @Test
    void storesCopiesAndMovesInOtherFolders() throws Exception {
        mail.send("", CLIENT, AGENCY, PLAIN);

        try (Store store = mail.login(AGENCY);
                Folder inbox = store.getFolder("INBOX");
                Folder done = store.getFolder("Done/2026")) {
            assertThat(done.exists()).isFalse();
            assertThat(done.create(Folder.HOLDS_MESSAGES)).isTrue();
            inbox.open(Folder.READ_WRITE);
            inbox.copyMessages(inbox.getMessages(), done);
            done.open(Folder.READ_WRITE);
            done.appendMessages(inbox.getMessages());
            assertThat(done.getMessageCount()).isEqualTo(2);
            assertThat(Arrays.stream(store.getDefaultFolder().list("*")).map(Folder::getFullName))
                    .containsExactlyInAnyOrder("INBOX", "Sent", "Done/2026");
        }
    }

    @Test
    void refusesAMessageOverTheLimitAndGoesOn() throws Exception {
        String large = PLAIN + "x".repeat(70).concat("\n").repeat(5000);

        assertThatThrownBy(() -> mail.send("", CLIENT, AGENCY, large))
                .isInstanceOf(MessagingException.class)
                .hasMessageContaining("552");
        mail.send("", CLIENT, AGENCY, PLAIN);

        assertThat(mail.<Integer>read(AGENCY, "INBOX", messages -> messages.length))
                .isEqualTo(1);
        try (Stream<Path> spool = Files.list(data.resolve(".spool"))) {
            assertThat(spool).isEmpty();
        }
    }

    @Test
    void filesACopyOfWhatALoggedInOwnerSends() throws Exception {
        mail.send(AGENCY, AGENCY, CLIENT, PLAIN);
        mail.send("", AGENCY, CLIENT, WITH_ATTACHMENT);

        List<String> sent = mail.read(AGENCY, "Sent", messages -> List.of(messages[0].getSubject()));
        assertThat(sent).containsExactly("Certificate, please");
        assertThat(mail.<Integer>read(CLIENT, "INBOX", messages -> messages.length))
                .isEqualTo(2);
    }

    @Test
    void reportsAMailboxThatDoesNotExist() throws Exception {
        mail.send(AGENCY, AGENCY, PracticeMail.BOUNCING + ", " + CLIENT, PLAIN);

        assertThat(mail.<Integer>read(CLIENT, "INBOX", messages -> messages.length))
                .isEqualTo(1);
        mail.read(AGENCY, "INBOX", messages -> {
            assertThat(messages).hasSize(1);
            Message report = messages[0];
            assertThat(report.getHeader("Return-Path")).containsExactly("<>");
            assertThat(report.getContentType().toLowerCase(Locale.ROOT))
                    .contains("multipart/report", "report-type=delivery-status");
            Multipart parts = (Multipart) report.getContent();
            assertThat(parts.getCount()).isEqualTo(3);
            try (InputStream status = parts.getBodyPart(1).getInputStream();
                    InputStream headers = parts.getBodyPart(2).getInputStream()) {
                assertThat(new String(status.readAllBytes(), StandardCharsets.US_ASCII))
                        .contains("Final-Recipient: rfc822; gone@bouncing.example", "Action: failed", "Status: 5.1.1");
                assertThat(new String(headers.readAllBytes(), StandardCharsets.US_ASCII))
                        .contains("Message-ID: <one@client.example>");
            }
            return report;
        });
    }

    @Test
    void theBookSaysWhoCannotBeReached() {
        assertThat(SandboxMailConfiguration.bouncing(new PracticeBook(Clock.systemUTC())))
                .containsExactly("acct@ridgeway-landscaping.example");
    }

    @Test
    void finishesADeliveryThatAnEarlierProcessTookOver() throws Exception {
        mail.close();
        Path spool = data.resolve(".spool");
        Files.writeString(spool.resolve("kept.eml"), PLAIN);
        Files.writeString(spool.resolve("kept.envelope"), CLIENT + "\n\n" + AGENCY);
        Files.writeString(spool.resolve("never-answered.eml"), PLAIN);

        mail = new PracticeMail(data, DataSize.ofKilobytes(200));

        assertThat(mail.<Integer>read(AGENCY, "INBOX", messages -> messages.length))
                .isEqualTo(1);
        try (Stream<Path> left = Files.list(spool)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void letsInOnlyTheOwner() {
        assertThatThrownBy(() -> Session.getInstance(new Properties())
                        .getStore("imap")
                        .connect("localhost", mail.ports().imap(), AGENCY, "guess"))
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void readsALargeMessageInPieces() throws Exception {
        mail.close();
        mail = new PracticeMail(data, DataSize.ofMegabytes(60));
        String body = "0123456789".repeat(7).concat("\n").repeat(40_000);
        mail.send("", CLIENT, AGENCY, PLAIN + body);

        mail.read(AGENCY, "INBOX", messages -> {
            Path copy = data.resolve("copy");
            try (OutputStream out = Files.newOutputStream(copy)) {
                messages[0].writeTo(out);
            }
            assertThat(Files.readString(copy)).endsWith(body.replace("\n", "\r\n"));
            return copy;
        });
    }
}

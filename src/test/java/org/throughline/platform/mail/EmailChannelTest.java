package org.throughline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Multipart;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.util.unit.DataSize;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.PlannedRow;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;
import org.throughline.sandbox.mail.PracticeMail;

class EmailChannelTest {

    private static final String AGENCY = "service@agency.example";
    private static final String CLIENT = "denise@client.example";

    @TempDir
    Path data;

    private PracticeMail mail;
    private SentMail sent;
    private EmailChannel channel;

    @BeforeEach
    void start() throws IOException {
        mail = new PracticeMail(data, DataSize.ofKilobytes(100));
        connect();
    }

    private void connect() {
        MailSettings settings = new MailSettings(
                endpoint(mail.ports().smtp()),
                endpoint(mail.ports().imap()),
                "Sent",
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Map.of());
        AgencyProfile agency = agency();
        MailSessions sessions = new MailSessions(settings, agency);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        DocumentContent documents = id -> new DocumentContent.Content(
                "certificate " + id + ".pdf", "application/pdf", "%PDF".getBytes(StandardCharsets.US_ASCII));
        beans.addBean("documents", documents);
        sent = new SentMail(sessions, settings);
        channel = new EmailChannel(
                sessions,
                sent,
                new EmailMessages(sessions, agency, beans.getBeanProvider(DocumentContent.class), Clock.systemUTC()),
                new ObjectMapper());
    }

    @AfterEach
    void stop() throws IOException {
        channel.close();
        sent.close();
        mail.close();
    }

    @Test
    void sendsAnAnswerInItsThread() throws Exception {
        EmailPayload payload = new EmailPayload(
                List.of("Denise Okafor <" + CLIENT + ">"),
                List.of("ap@holder.example"),
                "Re: Certificate – ready",
                "Grüße,\nyour agency\n",
                "<S001@client.example>",
                List.of("<S000@client.example>", "<S001@client.example>"),
                List.of("D-1"),
                true);

        assertThat(channel.perform(write("SR-1-1", payload))).isEqualTo(WriteOutcome.done("<SR-1-1@agency.example>"));

        mail.read(CLIENT, "INBOX", messages -> {
            var message = messages[0];
            assertThat(message.getHeader("Message-ID")).containsExactly("<SR-1-1@agency.example>");
            assertThat(message.getFrom()[0]).hasToString("Harborline Insurance <service@agency.example>");
            assertThat(message.getSubject()).isEqualTo("Re: Certificate – ready");
            assertThat(message.getHeader("In-Reply-To")).containsExactly("<S001@client.example>");
            assertThat(message.getHeader("References")[0]).matches("<S000@client.example>\\s+<S001@client.example>");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-replied");
            Multipart parts = (Multipart) message.getContent();
            assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße,\r\nyour agency\r\n");
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("certificate D-1.pdf");
            return message;
        });
        assertThat(mail.<Integer>read("ap@holder.example", "INBOX", messages -> messages.length))
                .isEqualTo(1);
    }

    @Test
    void findsWhatWasSentAndNothingElse() throws Exception {
        OutboundWrite one = write("SR-1-1", to(CLIENT, "Hello"));
        OutboundWrite two = write("SR-1-2", to(CLIENT, "Hello"));
        assertThat(channel.find(one)).isEmpty();

        channel.perform(one);
        assertThat(channel.find(one)).contains("<SR-1-1@agency.example>");
        assertThat(channel.find(two)).isEmpty();

        channel.perform(two);
        assertThat(channel.find(two)).as("over the same connection").contains("<SR-1-2@agency.example>");
    }

    @Test
    void refusalsOfTheServerAreForAPerson() throws Exception {
        assertThatThrownBy(() -> channel.perform(write("SR-1-1", to(CLIENT, "x".repeat(200_000)))))
                .isInstanceOf(VendorRejected.class)
                .hasMessageContaining("552");
        assertThatThrownBy(() -> channel.perform(write("SR-1-2", to("not an address", "Hello"))))
                .isInstanceOf(VendorRejected.class);

        channel.perform(write("SR-1-3", to(CLIENT, "The next one still goes out")));
        assertThat(mail.<Integer>read(CLIENT, "INBOX", messages -> messages.length))
                .isEqualTo(1);
    }

    @Test
    void aServerThatIsDownIsTriedAgainLater() throws Exception {
        OutboundWrite write = write("SR-1-1", to(CLIENT, "Hello"));
        channel.perform(write);
        assertThat(channel.find(write)).isPresent();

        mail.close();

        assertThatThrownBy(() -> channel.find(write)).isInstanceOf(VendorUnavailable.class);
        assertThatThrownBy(() -> channel.perform(write)).isInstanceOf(VendorUnavailable.class);
    }

    @Test
    void connectsAnewAfterTheServerWasRestarted() throws Exception {
        OutboundWrite write = write("SR-1-1", to(CLIENT, "Hello"));
        channel.perform(write);
        assertThat(channel.find(write)).isPresent();

        mail.restart();

        assertThat(channel.find(write)).isPresent();
        channel.perform(write("SR-1-2", to(CLIENT, "Hello again")));
        assertThat(mail.<Integer>read(CLIENT, "INBOX", messages -> messages.length))
                .isEqualTo(2);
    }

    private static EmailPayload to(String address, String text) {
        return new EmailPayload(List.of(address), List.of(), "Subject", text, null, List.of(), List.of(), false);
    }

    private static OutboundWrite write(String reference, EmailPayload payload) throws JsonProcessingException {
        return PlannedRow.of(reference, WriteKind.EMAIL, payload);
    }

    private static MailSettings.Endpoint endpoint(int port) {
        return new MailSettings.Endpoint("localhost", port, AGENCY, AGENCY, MailSettings.Encryption.NONE);
    }

    private static AgencyProfile agency() {
        @Nullable URI noImage = null;
        return new Agency(
                "agency",
                "Harborline Insurance Agency, LLC",
                "Harborline Insurance",
                new AgencyProfile.PostalAddress("1 Main St", null, "Houston", "TX", "77002"),
                "(713) 555-0100",
                null,
                "TX-1",
                ZoneId.of("America/Chicago"),
                Map.of(),
                new AgencyProfile.AuthorizedRepresentative("lena", "Lena Fischer", "Principal", noImage),
                AGENCY);
    }
}

package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Address;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.sandbox.mail.MailServerPorts;

/** The whole path with nothing in the place of anything: a mail over SMTP, a certificate to its holder, the AMS in step. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class CertificateMailIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String AGENCY = "service@harborline.example";
    private static final String HOLDER = "ap@bayline.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final MailServerPorts mail;

    @LocalServerPort
    private int port;

    @Autowired
    CertificateMailIT(JdbcClient jdbc, MailServerPorts mail) {
        this.jdbc = jdbc;
        this.mail = mail;
    }

    @Test
    void issuesACertificateOnceHoweverOftenItIsAskedForBySameMail() throws Exception {
        JsonNode sample = sample("S001");
        String from = sample.get("from").asText();
        String subject = sample.get("subject").asText();
        String body = sample.get("body").asText();

        send(from, subject, body, "<first@okaforplumbing.example>");
        await().atMost(PATIENCE).until(() -> statuses().equals(List.of("DONE")));

        assertThat(effects()).containsExactlyInAnyOrder("DOCUMENT", "CERTIFICATE", "NOTE");
        await().atMost(PATIENCE).until(() -> received(HOLDER).size() == 1);

        send(from, subject, body, "<first@okaforplumbing.example>");
        // A mailbox is read in its order: when the later mail is in, the earlier one has been dealt with.
        send(from, "Thanks", "Thanks so much, you guys are the best!", "<second@okaforplumbing.example>");
        await().atMost(PATIENCE)
                .until(() -> statuses().size() == 2 && !statuses().contains("NEW"));

        assertThat(statuses()).containsExactlyInAnyOrder("DONE", "NOT_WORK");
        assertThat(effects()).containsExactlyInAnyOrder("DOCUMENT", "CERTIFICATE", "NOTE");
        assertThat(received(HOLDER)).hasSize(1);
    }

    private List<String> statuses() {
        return jdbc.sql("select status from service_request")
                .query(String.class)
                .list();
    }

    /** What the simulated AMS was made to keep. */
    private List<String> effects() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/sandbox/nowcerts/_state"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
                .build();
        JsonNode state = JSON.readTree(HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body());
        List<String> operations = new ArrayList<>();
        state.get("writes")
                .forEach(write -> operations.add(write.get("operation").asText()));
        return operations;
    }

    private static JsonNode sample(String id) throws IOException {
        try (InputStream stream = CertificateMailIT.class.getResourceAsStream("/sandbox/inbound-items.json")) {
            for (JsonNode item : JSON.readTree(stream)) {
                if (item.get("id").asText().equals(id)) {
                    return item;
                }
            }
        }
        throw new IllegalStateException("There is no sample " + id);
    }

    private void send(String from, String subject, String body, String messageId) throws MessagingException {
        Properties settings = new Properties();
        settings.put("mail.smtp.host", "localhost");
        settings.put("mail.smtp.port", String.valueOf(mail.smtp()));
        Session session = Session.getInstance(settings);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", messageId);
            }
        };
        message.setFrom(new InternetAddress(from));
        message.setRecipients(Message.RecipientType.TO, new Address[] {new InternetAddress(AGENCY)});
        message.setSubject(subject);
        message.setText(body, "utf-8");
        Transport.send(message);
    }

    private List<String> received(String address) throws MessagingException {
        List<String> subjects = new ArrayList<>();
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", mail.imap(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                for (Message message : inbox.getMessages()) {
                    subjects.add(message.getSubject());
                }
            }
        }
        return subjects;
    }
}

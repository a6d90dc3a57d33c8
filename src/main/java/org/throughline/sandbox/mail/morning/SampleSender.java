package org.throughline.sandbox.mail.morning;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.throughline.sandbox.mail.morning.SampleItem.SampleAttachment;

/** Brings samples to the agency as they would really come: mail by SMTP, the rest through the agency's HTTP interface. */
final class SampleSender {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String smtpHost;
    private final int smtpPort;
    private final URI application;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    /** @param application where the application itself answers, such as {@code http://localhost:8080} */
    SampleSender(String smtpHost, int smtpPort, URI application, ObjectMapper json) {
        this.smtpHost = smtpHost;
        this.smtpPort = smtpPort;
        this.application = application;
        this.json = json;
    }

    void send(SampleItem item) throws IOException, MessagingException, InterruptedException {
        if (item.channel().equals("EMAIL")) {
            mail(item);
        } else {
            post(item);
        }
    }

    private void mail(SampleItem item) throws IOException, MessagingException {
        Properties properties = new Properties();
        InternetAddress sender = new InternetAddress(item.from(), false);
        properties.setProperty("mail.smtp.from", sender.getAddress());
        properties.setProperty("mail.smtp.localhost", "practice.example");
        Session session = Session.getInstance(properties);
        MimeMessage message = SampleMessages.message(item, session);
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(smtpHost, smtpPort, null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private void post(SampleItem item) throws IOException, InterruptedException {
        String channel = item.channel().toLowerCase(Locale.ROOT).replace('_', '-');
        HttpRequest request = HttpRequest.newBuilder(application.resolve("/api/intake/" + channel))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.US_ASCII)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body(item))))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("The application answered " + answer.statusCode() + " to sample " + item.id());
        }
    }

    static Map<String, Object> body(SampleItem item) throws IOException {
        List<Map<String, String>> attachments = new ArrayList<>();
        for (SampleAttachment attachment : item.attachments()) {
            attachments.add(Map.of(
                    "filename", attachment.filename(),
                    "contentType", attachment.contentType(),
                    "base64", Base64.getEncoder().encodeToString(SampleFiles.bytes(attachment))));
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("externalId", item.externalId());
        body.put("receivedAt", item.receivedAt().toString());
        body.put("from", item.from());
        body.put("to", item.to());
        body.put("subject", item.subject());
        body.put("body", item.body());
        body.put("attachments", attachments);
        return body;
    }
}

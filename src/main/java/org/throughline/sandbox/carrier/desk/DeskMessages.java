package org.throughline.sandbox.carrier.desk;

import jakarta.activation.DataHandler;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.mail.MailServerPorts;
import org.throughline.sandbox.mail.MailServerSettings;
import org.throughline.sandbox.mail.StoredMail;
import org.throughline.sandbox.vendor.Simulator;

/** Reads what came to a desk and sends what it answers, in the thread of the request. */
@Component
@Profile("sandbox")
class DeskMessages {

    private static final int DEEPEST = 10;

    private final MailServerSettings settings;
    private final MailServerPorts ports;
    private final Simulator simulator;

    DeskMessages(MailServerSettings settings, MailServerPorts ports, Simulator carrierSimulator) {
        this.settings = settings;
        this.ports = ports;
        this.simulator = carrierSimulator;
    }

    /** A message that came, as far as a desk needs it. */
    record Received(String from, String subject, String messageId, String references, String text) {

        /** Whether it is the message of that id, or one that goes on with it. */
        boolean isAbout(String id) {
            return !id.isEmpty() && (messageId.equals(id) || references.contains(id));
        }
    }

    /** A file to send. */
    record Attached(String name, byte[] pdf) {}

    Received read(StoredMail mail) throws IOException, MessagingException {
        try (InputStream in = mail.open()) {
            MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
            Address[] from = message.getReplyTo();
            String references = String.join(" ", header(message, "References"), header(message, "In-Reply-To"));
            return new Received(
                    from == null || from.length == 0 ? "" : ((InternetAddress) from[0]).getAddress(),
                    message.getSubject() == null ? "" : message.getSubject(),
                    message.getMessageID() == null ? "" : message.getMessageID(),
                    references.strip(),
                    text(message, 0));
        }
    }

    private static String header(MimeMessage message, String name) throws MessagingException {
        String value = message.getHeader(name, " ");
        return value == null ? "" : value;
    }

    /** The first plain text; HTML without its tags where there is none. */
    private static String text(Part part, int depth) throws IOException, MessagingException {
        if (part.isMimeType("text/plain")) {
            return String.valueOf(part.getContent());
        }
        if (part.isMimeType("text/html")) {
            return String.valueOf(part.getContent())
                    .replaceAll("(?i)<br[^>]*>|</p>|</div>|</li>", "\n")
                    .replaceAll("<[^>]*>", "");
        }
        if (depth < DEEPEST && part.getContent() instanceof Multipart parts) {
            for (int at = 0; at < parts.getCount(); at++) {
                BodyPart each = parts.getBodyPart(at);
                String found = text(each, depth + 1);
                if (!found.isBlank()) {
                    return found;
                }
            }
        }
        return "";
    }

    /** Sends an answer; the same id a second time is the same message. */
    void answer(String desk, Received request, String id, String body, @Nullable Attached file)
            throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.from", desk);
        properties.setProperty("mail.smtp.localhost", desk.substring(desk.indexOf('@') + 1));
        Session session = Session.getInstance(properties);
        MimeMessage message = new Answer(session, "<" + id + "@" + desk.substring(desk.indexOf('@') + 1) + ">");
        message.setFrom(new InternetAddress(desk, false));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(request.from(), false));
        String subject = request.subject();
        message.setSubject(subject.toLowerCase(Locale.ROOT).startsWith("re:") ? subject : "Re: " + subject, "UTF-8");
        message.setHeader("In-Reply-To", request.messageId());
        message.setHeader("References", (request.references() + " " + request.messageId()).strip());
        message.setSentDate(Date.from(simulator.now().toInstant()));
        if (file == null) {
            message.setText(body, StandardCharsets.UTF_8.name());
        } else {
            message.setContent(withFile(body, file));
        }
        message.saveChanges();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect(settings.host(), ports.smtp(), null, null);
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private static MimeMultipart withFile(String body, Attached file) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(body, StandardCharsets.UTF_8.name());
        MimeBodyPart pdf = new MimeBodyPart();
        pdf.setDataHandler(new DataHandler(new ByteArrayDataSource(file.pdf(), "application/pdf")));
        pdf.setFileName(file.name());
        return new MimeMultipart(text, pdf);
    }

    /** Keeps the id that it is given. */
    private static final class Answer extends MimeMessage {

        private final String id;

        Answer(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}

package org.throughline.sandbox.mail.morning;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.mail.morning.SampleItem.SampleAttachment;
import org.throughline.sandbox.mail.morning.SampleItem.SampleHeaders;

/** Makes real messages of the samples that came by e-mail. */
final class SampleMessages {

    private SampleMessages() {}

    static MimeMessage message(SampleItem item, Session session) throws MessagingException, IOException {
        MimeMessage message = new Sample(session, item);
        message.setFrom(new InternetAddress(item.from(), false));
        message.setRecipients(RecipientType.TO, InternetAddress.parse(item.to(), false));
        message.setSubject(item.subject(), "UTF-8");
        message.setSentDate(Date.from(item.receivedAt().toInstant()));
        SampleHeaders headers = item.headers();
        if (headers != null) {
            setHeader(message, "In-Reply-To", headers.inReplyTo());
            List<String> references = headers.references();
            setHeader(message, "References", references == null ? null : String.join(" ", references));
            setHeader(message, "Auto-Submitted", headers.autoSubmitted());
        }
        if (item.attachments().isEmpty()) {
            message.setText(item.body(), "UTF-8");
        } else {
            MimeBodyPart text = new MimeBodyPart();
            text.setText(item.body(), "UTF-8");
            MimeMultipart parts = new MimeMultipart(text);
            for (SampleAttachment attachment : item.attachments()) {
                MimeBodyPart file = new MimeBodyPart();
                file.setDataHandler(new DataHandler(
                        new ByteArrayDataSource(SampleFiles.bytes(attachment), attachment.contentType())));
                file.setDisposition(MimeBodyPart.ATTACHMENT);
                file.setFileName(attachment.filename());
                parts.addBodyPart(file);
            }
            message.setContent(parts);
        }
        message.saveChanges();
        return message;
    }

    private static void setHeader(MimeMessage message, String name, @Nullable String value) throws MessagingException {
        if (value != null) {
            message.setHeader(name, value);
        }
    }

    /** A message that keeps its sample's Message-ID. */
    private static final class Sample extends MimeMessage {

        private final SampleItem item;

        Sample(Session session, SampleItem item) {
            super(session);
            this.item = item;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", item.messageId() == null ? item.externalId() : item.messageId());
        }
    }
}

package org.throughline.platform.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.ledger.DocumentContent.Content;
import org.throughline.platform.vendor.VendorContractBroken;

/** Builds the agency's messages: plain text, with the documents attached. */
@Component
class EmailMessages {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSessions sessions;
    private final AgencyProfile agency;
    private final ObjectProvider<DocumentContent> documents;
    private final Clock clock;

    EmailMessages(MailSessions sessions, AgencyProfile agency, ObjectProvider<DocumentContent> documents, Clock clock) {
        this.sessions = sessions;
        this.agency = agency;
        this.documents = documents;
        this.clock = clock;
    }

    /** The Message-ID, with angle brackets, of the message with this ledger reference. */
    String messageId(String reference) {
        String mailbox = agency.serviceMailbox();
        return "<" + reference + "@" + mailbox.substring(mailbox.lastIndexOf('@') + 1) + ">";
    }

    MimeMessage build(String messageId, EmailPayload payload) throws MessagingException {
        MimeMessage message = new Identified(sessions.session(), messageId);
        message.setFrom(sender());
        message.setRecipients(RecipientType.TO, addresses(payload.to()));
        message.setRecipients(RecipientType.CC, addresses(payload.cc()));
        message.setSubject(payload.subject().replaceAll("[\\r\\n]+", " "), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        String inReplyTo = payload.inReplyTo();
        if (inReplyTo != null) {
            message.setHeader("In-Reply-To", inReplyTo);
        }
        if (!payload.references().isEmpty()) {
            message.setHeader("References", String.join("\r\n ", payload.references()));
        }
        if (payload.autoSubmitted()) {
            message.setHeader("Auto-Submitted", "auto-replied");
        }
        if (payload.documentIds().isEmpty()) {
            message.setText(payload.text(), UTF_8);
        } else {
            message.setContent(withDocuments(payload));
        }
        message.saveChanges();
        return message;
    }

    private InternetAddress sender() throws AddressException {
        InternetAddress sender = new InternetAddress(agency.serviceMailbox(), true);
        try {
            sender.setPersonal(agency.tradeName(), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException("UTF-8 is always there", impossible);
        }
        return sender;
    }

    private static InternetAddress[] addresses(List<String> texts) throws AddressException {
        InternetAddress[] addresses = new InternetAddress[texts.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(texts.get(i), true);
        }
        return addresses;
    }

    private MimeMultipart withDocuments(EmailPayload payload) throws MessagingException {
        MimeBodyPart text = new MimeBodyPart();
        text.setText(payload.text(), UTF_8);
        MimeMultipart parts = new MimeMultipart(text);
        DocumentContent source = documents.getIfAvailable();
        if (source == null) {
            throw new VendorContractBroken("There is no document store to take attachments from");
        }
        for (String documentId : payload.documentIds()) {
            Content document = source.content(documentId);
            MimeBodyPart attachment = new MimeBodyPart();
            attachment.setDataHandler(
                    new DataHandler(new ByteArrayDataSource(document.bytes(), document.contentType())));
            attachment.setDisposition(MimeBodyPart.ATTACHMENT);
            attachment.setFileName(document.filename());
            parts.addBodyPart(attachment);
        }
        return parts;
    }

    /** A message that keeps the Message-ID it was given. */
    private static final class Identified extends MimeMessage {

        private final String messageId;

        Identified(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}

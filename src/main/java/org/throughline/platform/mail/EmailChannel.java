package org.throughline.platform.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.Optional;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.PerAgency;
import org.throughline.platform.ledger.OutboundChannel;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Sends the ledger's e-mails from the mailbox of the agency at work. The Message-ID is made from the ledger reference and looked for
 * in the mailbox's sent mail, so a message whose outcome was unknown is not sent twice.
 */
@Component
public class EmailChannel implements OutboundChannel {

    private static final int PERMANENT = 500;

    private final MailSessions sessions;
    private final SentMail sent;
    private final EmailMessages messages;
    private final ObjectMapper json;
    private final PerAgency<Connection> connections;

    EmailChannel(MailSessions sessions, SentMail sent, EmailMessages messages, ObjectMapper json) {
        this.sessions = sessions;
        this.sent = sent;
        this.messages = messages;
        this.json = json;
        this.connections = sessions.perMailbox(Connection::new);
    }

    @Override
    public Set<WriteKind> kinds() {
        return Set.of(WriteKind.EMAIL);
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        String messageId = messages.messageId(write.reference());
        try {
            return sent.contains(messageId) ? Optional.of(messageId) : Optional.empty();
        } catch (MessagingException | IllegalStateException failed) {
            throw new VendorUnavailable("The sent mail cannot be searched: " + failed.getMessage(), failed);
        }
    }

    @Override
    public WriteOutcome perform(OutboundWrite write) {
        String messageId = messages.messageId(write.reference());
        try {
            MimeMessage message = messages.build(messageId, payload(write));
            connections.get().send(message, message.getAllRecipients());
            return WriteOutcome.done(messageId);
        } catch (AddressException unusable) {
            throw new VendorRejected("Not a mail address: " + unusable.getRef(), unusable);
        } catch (MessagingException failed) {
            String reason = lastReason(failed);
            if (isPermanent(failed)) {
                throw new VendorRejected("The mail server refused the message: " + reason, failed);
            }
            throw new VendorUnavailable("The message could not be handed to the mail server: " + reason, failed);
        }
    }

    private EmailPayload payload(OutboundWrite write) {
        try {
            return json.readValue(write.payload(), EmailPayload.class);
        } catch (JsonProcessingException unreadable) {
            throw new VendorContractBroken("The e-mail " + write.reference() + " is not readable", unreadable);
        }
    }

    @PreDestroy
    void close() {
        connections.all().forEach(Connection::close);
    }

    /** One at a time is kept open for a mailbox; the outcome of a broken one is unknown, so it is not tried again here. */
    private final class Connection {

        private @Nullable Transport transport;

        synchronized void send(MimeMessage message, Address[] recipients) throws MessagingException {
            Transport connected = transport;
            if (connected == null || !connected.isConnected()) {
                close();
                connected = sessions.openTransport();
                transport = connected;
            }
            try {
                connected.sendMessage(message, recipients);
            } catch (MessagingException failed) {
                close();
                throw failed;
            }
        }

        synchronized void close() {
            Transport open = transport;
            transport = null;
            if (open != null) {
                Quietly.close(open);
            }
        }
    }

    /** True if the server answered with a 5xx code to the sender, a recipient or the message itself. */
    private static boolean isPermanent(MessagingException failed) {
        for (Exception cause = failed; cause != null; cause = next(cause)) {
            int code = 0;
            if (cause instanceof SMTPAddressFailedException recipient) {
                code = recipient.getReturnCode();
            } else if (cause instanceof SMTPSenderFailedException sender) {
                code = sender.getReturnCode();
            } else if (cause instanceof SMTPSendFailedException message) {
                code = message.getReturnCode();
            }
            if (code >= PERMANENT) {
                return true;
            }
        }
        return false;
    }

    private static String lastReason(MessagingException failed) {
        Exception last = failed;
        for (Exception cause = failed; cause != null; cause = next(cause)) {
            last = cause instanceof SendFailedException || cause instanceof MessagingException ? cause : last;
        }
        return String.valueOf(last.getMessage()).strip();
    }

    private static @Nullable Exception next(Exception cause) {
        return cause instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}

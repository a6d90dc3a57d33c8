package org.throughline.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.mail.MailSettings.Encryption;
import org.throughline.platform.mail.MailSettings.Endpoint;

/**
 * Opens connections to the agency's mailbox. Over IMAP a message is read piece by piece (its size is not bounded by
 * memory) and reading does not mark it as seen.
 */
@Component
public class MailSessions {

    private static final int FETCH_SIZE = 1024 * 1024;

    private final MailSettings settings;
    private final Session smtp;
    private final Session imap;

    public MailSessions(MailSettings settings, AgencyProfile agency) {
        this.settings = settings;
        this.smtp = session("smtp", settings.smtp(), agency);
        this.imap = session("imap", settings.imap(), agency);
    }

    private Session session(String protocol, Endpoint endpoint, AgencyProfile agency) {
        String prefix = "mail." + protocol + ".";
        String mailbox = agency.serviceMailbox();
        Properties properties = new Properties();
        properties.setProperty("mail.store.protocol", "imap");
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty(prefix + "auth", "true");
        properties.setProperty(prefix + "localhost", mailbox.substring(mailbox.lastIndexOf('@') + 1));
        properties.setProperty(prefix + "connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty(prefix + "timeout", millis(settings.readTimeout()));
        properties.setProperty(prefix + "writetimeout", millis(settings.readTimeout()));
        boolean startTls = endpoint.encryption() == Encryption.STARTTLS;
        properties.setProperty(prefix + "starttls.enable", String.valueOf(startTls));
        properties.setProperty(prefix + "starttls.required", String.valueOf(startTls));
        properties.setProperty(prefix + "ssl.enable", String.valueOf(endpoint.encryption() == Encryption.TLS));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty("mail.imap.fetchsize", String.valueOf(FETCH_SIZE));
        properties.setProperty("mail.imap.peek", "true");
        properties.setProperty("mail.smtp.from", mailbox);
        return Session.getInstance(properties);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** The session in which messages to be sent are built. */
    public Session session() {
        return smtp;
    }

    /** A connected transport, logged in; the caller closes it. */
    public Transport openTransport() throws MessagingException {
        Transport transport = smtp.getTransport();
        Endpoint server = settings.smtp();
        transport.connect(server.host(), server.port(), server.user(), server.password());
        return transport;
    }

    /** A connected mailbox, logged in; the caller closes it. */
    public Store openStore() throws MessagingException {
        Store store = imap.getStore();
        Endpoint server = settings.imap();
        store.connect(server.host(), server.port(), server.user(), server.password());
        return store;
    }
}

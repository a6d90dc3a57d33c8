package org.throughline.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.PerAgency;
import org.throughline.platform.mail.MailSettings.Encryption;
import org.throughline.platform.mail.MailSettings.Endpoint;
import org.throughline.platform.mail.MailSettings.Login;

/**
 * Opens connections to the mailbox of the agency at work. Over IMAP a message is read piece by piece (its size is not bounded by
 * memory) and reading does not mark it as seen.
 */
@Component
public class MailSessions {

    private static final int FETCH_SIZE = 1024 * 1024;

    private final MailSettings settings;
    private final AgencyProfile agency;
    private final PerAgency<Session> smtp;
    private final PerAgency<Session> imap;

    public MailSessions(MailSettings settings, AgencyProfile agency) {
        this.settings = settings;
        this.agency = agency;
        this.smtp = new PerAgency<>(agency, () -> session("smtp", settings.smtp()));
        this.imap = new PerAgency<>(agency, () -> session("imap", settings.imap()));
    }

    /** Refuses a start where an agency could not be told from another at the mail server. */
    @Autowired
    MailSessions(MailSettings settings, AgencyProfile agency, Agencies agencies) {
        this(settings, agency);
        for (Agency each : agencies.all()) {
            if (!each.equals(agencies.main()) && !settings.branches().containsKey(each.tenant())) {
                String key = "throughline.mail.branches." + each.tenant();
                throw new IllegalStateException("The mailbox of " + each.tradeName() + " (" + each.serviceMailbox()
                        + ") has no login. Set " + key + ".user and " + key + ".password.");
            }
        }
    }

    private Session session(String protocol, Endpoint endpoint) {
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

    /** Something that is kept open for each mailbox. */
    <T> PerAgency<T> perMailbox(Supplier<T> first) {
        return new PerAgency<>(agency, first);
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    /** The session in which messages to be sent are built. */
    public Session session() {
        return smtp.get();
    }

    /** A connected transport, logged in; the caller closes it. */
    public Transport openTransport() throws MessagingException {
        Transport transport = smtp.get().getTransport();
        Endpoint server = settings.smtp();
        Login login = login(server);
        transport.connect(server.host(), server.port(), login.user(), login.password());
        return transport;
    }

    /** A connected mailbox, logged in; the caller closes it. */
    public Store openStore() throws MessagingException {
        Store store = imap.get().getStore();
        Endpoint server = settings.imap();
        Login login = login(server);
        store.connect(server.host(), server.port(), login.user(), login.password());
        return store;
    }

    private Login login(Endpoint server) {
        return settings.branches().getOrDefault(agency.tenant(), new Login(server.user(), server.password()));
    }
}

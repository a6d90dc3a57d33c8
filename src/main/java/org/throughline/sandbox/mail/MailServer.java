package org.throughline.sandbox.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Predicate;
import org.throughline.sandbox.mail.imap.ImapService;

/** The practice agency's mail server; it listens from its construction until it is closed. */
public final class MailServer implements AutoCloseable {

    private final SmtpService smtp;
    private final ImapService imap;
    private final Mailboxes mailboxes;

    /**
     * @param bounces addresses that cannot be reached; mail to them comes back
     * @throws IOException if the data directory or a port cannot be used
     */
    public MailServer(MailServerSettings settings, Predicate<String> bounces, Clock clock) throws IOException {
        Path data = settings.data();
        long largest = settings.maxMessageSize().toBytes();
        InetAddress address = InetAddress.getByName(settings.host());
        mailboxes = new Mailboxes(data, clock);
        MailDelivery delivery = new MailDelivery(data, mailboxes, bounces, clock);
        delivery.recover();
        imap = new ImapService(address, settings.imapPort(), mailboxes, delivery::newMessage, largest);
        smtp = new SmtpService(address, settings.smtpPort(), largest, delivery);
    }

    /** What has been delivered. */
    public Mailboxes mailboxes() {
        return mailboxes;
    }

    public MailServerPorts ports() {
        return new MailServerPorts(smtp.port(), imap.port());
    }

    @Override
    public void close() throws IOException {
        smtp.close();
        imap.close();
    }
}

package org.throughline.intake.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProperties;

/**
 * Takes in the unseen messages of one mailbox, oldest first, over one connection that stays open. A message is marked
 * as seen only after it is committed; one that fails for a reason of ours stays unseen, is tried again and holds up
 * nobody. Two nodes may read the same mailbox: the same message twice is one item.
 */
public class MailboxReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxReader.class);
    private static final int MOST_AT_ONCE = 200;

    private final MailboxProperties mailbox;
    private final IntakeProperties limits;
    private final MailIntake intake;
    private final MimeReader reader;
    private final InboundItems items;
    private final Session session;

    private @Nullable Store store;
    private @Nullable Folder folder;

    public MailboxReader(
            MailboxProperties mailbox,
            IntakeProperties limits,
            MailIntake intake,
            MimeReader reader,
            InboundItems items) {
        this.mailbox = mailbox;
        this.limits = limits;
        this.intake = intake;
        this.reader = reader;
        this.items = items;
        this.session = Session.getInstance(settings(mailbox));
    }

    private static Properties settings(MailboxProperties mailbox) {
        String protocol = protocol(mailbox);
        Properties settings = new Properties();
        settings.setProperty("mail.store.protocol", protocol);
        settings.setProperty("mail." + protocol + ".connectiontimeout", millis(mailbox.connectTimeout()));
        settings.setProperty("mail." + protocol + ".timeout", millis(mailbox.readTimeout()));
        settings.setProperty("mail." + protocol + ".writetimeout", millis(mailbox.readTimeout()));
        settings.setProperty("mail." + protocol + ".peek", "true");
        settings.setProperty("mail." + protocol + ".fetchsize", Integer.toString(1024 * 1024));
        settings.setProperty("mail." + protocol + ".ssl.checkserveridentity", "true");
        settings.setProperty("mail.mime.address.strict", "false");
        return settings;
    }

    private static String protocol(MailboxProperties mailbox) {
        return mailbox.tls() ? "imaps" : "imap";
    }

    private static String millis(java.time.Duration duration) {
        return Long.toString(duration.toMillis());
    }

    /**
     * Takes in what is new.
     *
     * @return number of messages taken in
     * @throws MessagingException if the mailbox cannot be read now
     */
    public int takeIn() throws MessagingException {
        Folder open = open();
        open.getMessageCount();
        Message[] unseen = open.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        Message[] next = Arrays.copyOf(unseen, Math.min(unseen.length, MOST_AT_ONCE));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        open.fetch(next, sizes);
        int taken = 0;
        for (Message message : next) {
            if (!message.isSet(Flags.Flag.DELETED) && takeIn(message)) {
                message.setFlag(Flags.Flag.SEEN, true);
                taken++;
            }
        }
        return taken;
    }

    private boolean takeIn(Message message) throws MessagingException {
        try {
            if (message.getSize() > limits.messageLimit().toBytes()) {
                refuse(message);
            } else {
                acceptWhole(message);
            }
            return true;
        } catch (MessagingException broken) {
            if (!message.getFolder().isOpen()) {
                throw broken;
            }
            return staysUnseen(message, broken);
        } catch (IOException | RuntimeException ours) {
            return staysUnseen(message, ours);
        }
    }

    private static boolean staysUnseen(Message message, Exception why) {
        LOG.error("Message {} of the mailbox could not be taken in and stays unseen", message.getMessageNumber(), why);
        return false;
    }

    private void acceptWhole(Message message) throws MessagingException, IOException {
        try (Spool spool = new Spool()) {
            Path file = spool.file();
            try (OutputStream out = Files.newOutputStream(file)) {
                message.writeTo(out);
            }
            try (var in = Files.newInputStream(file)) {
                intake.accept(in);
            }
        } catch (Spool.TooLarge tooLarge) {
            refuse(message);
        }
    }

    /** Only the head of a message over the cap is fetched. */
    private void refuse(Message message) throws MessagingException {
        StringBuilder text = new StringBuilder();
        List<jakarta.mail.Header> headers = Collections.list(message.getAllHeaders());
        for (jakarta.mail.Header header : headers) {
            text.append(header.getName()).append(": ").append(header.getValue()).append("\r\n");
        }
        byte[] head = text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        items.accept(reader.tooLarge(head, Content.of(head), message.getSize()));
    }

    private Folder open() throws MessagingException {
        Folder current = folder;
        if (current != null && current.isOpen()) {
            return current;
        }
        close();
        Store connected = session.getStore(protocol(mailbox));
        connected.connect(mailbox.host(), mailbox.port(), mailbox.user(), mailbox.password());
        store = connected;
        Folder opened = connected.getFolder(mailbox.folder());
        opened.open(Folder.READ_WRITE);
        folder = opened;
        LOG.info("Reading mailbox {} at {}:{}", mailbox.user(), mailbox.host(), mailbox.port());
        return opened;
    }

    /** Drops the connection; the next look makes a new one. */
    @Override
    public void close() {
        Store connected = store;
        folder = null;
        store = null;
        if (connected != null) {
            try {
                connected.close();
            } catch (MessagingException alreadyGone) {
                LOG.debug("The mail server had closed the connection", alreadyGone);
            }
        }
    }
}

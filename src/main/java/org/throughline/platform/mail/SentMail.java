package org.throughline.platform.mail;

import jakarta.annotation.PreDestroy;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Store;
import jakarta.mail.search.HeaderTerm;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.platform.PerAgency;

/**
 * Looks up in an agency's mailbox what was really sent. One connection a mailbox is kept open and opened anew when it has
 * failed.
 */
@Component
class SentMail {

    private final MailSessions sessions;
    private final String folderName;
    private final PerAgency<Connection> connections;

    SentMail(MailSessions sessions, MailSettings settings) {
        this.sessions = sessions;
        this.folderName = settings.sentFolder();
        this.connections = sessions.perMailbox(Connection::new);
    }

    /** True if a message with this Message-ID (with angle brackets) lies in the folder of sent mail. */
    boolean contains(String messageId) throws MessagingException {
        return connections.get().contains(messageId);
    }

    @PreDestroy
    void close() {
        connections.all().forEach(Connection::close);
    }

    /** That of one mailbox. */
    private final class Connection {

        private @Nullable Store store;
        private @Nullable Folder folder;

        synchronized boolean contains(String messageId) throws MessagingException {
            boolean reused = store != null;
            try {
                return search(messageId);
            } catch (MessagingException | IllegalStateException broken) {
                close();
                if (!reused) {
                    throw broken;
                }
                return searchAgain(messageId);
            }
        }

        private boolean searchAgain(String messageId) throws MessagingException {
            try {
                return search(messageId);
            } catch (MessagingException | IllegalStateException broken) {
                close();
                throw broken;
            }
        }

        private boolean search(String messageId) throws MessagingException {
            Store connected = store;
            if (connected == null) {
                connected = sessions.openStore();
                store = connected;
            }
            Folder sent = folder;
            if (sent == null || !sent.isOpen()) {
                sent = connected.getFolder(folderName);
                if (!sent.exists()) {
                    return false;
                }
                sent.open(Folder.READ_ONLY);
                folder = sent;
            }
            hearWhatArrived(sent);
            return sent.search(new HeaderTerm("Message-ID", messageId)).length > 0;
        }

        synchronized void close() {
            Store open = store;
            store = null;
            folder = null;
            if (open != null) {
                Quietly.close(open);
            }
        }
    }

    /** A server tells an open folder of new messages when it is asked something; NOOP is the question for that. */
    private static void hearWhatArrived(Folder open) throws MessagingException {
        if (open instanceof IMAPFolder imap) {
            imap.doCommand(protocol -> {
                protocol.noop();
                return protocol;
            });
        }
    }
}

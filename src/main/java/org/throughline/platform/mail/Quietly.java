package org.throughline.platform.mail;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes connections that may be broken already. */
final class Quietly {

    private static final Logger LOG = LoggerFactory.getLogger(Quietly.class);

    private Quietly() {}

    static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (MessagingException | IllegalStateException broken) {
            LOG.debug("A mail connection was broken when it was closed", broken);
        } catch (Exception unexpected) {
            LOG.warn("A mail connection could not be closed", unexpected);
        }
    }
}

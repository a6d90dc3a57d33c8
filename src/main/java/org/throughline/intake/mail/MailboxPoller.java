package org.throughline.intake.mail;

import jakarta.mail.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Lookout;

/**
 * Looks into the mailbox again and again, from the moment the application is ready. While the mail server is away it
 * waits longer and longer, up to a minute.
 */
@Component
@ConditionalOnProperty(name = "throughline.intake.mailbox.enabled", havingValue = "true")
public class MailboxPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

    private final MailboxReader reader;
    private final Lookout lookout;

    public MailboxPoller(MailboxReader reader, MailboxProperties mailbox) {
        this.reader = reader;
        this.lookout = new Lookout("mailbox", mailbox.pollInterval(), this::look);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookout.start();
    }

    private boolean look() {
        try {
            reader.takeIn();
            return true;
        } catch (MessagingException | RuntimeException failed) {
            LOG.warn("The mailbox could not be read and will be tried again: {}", failed.toString());
            reader.close();
            return false;
        }
    }

    @Override
    public void destroy() {
        lookout.close();
        reader.close();
    }
}

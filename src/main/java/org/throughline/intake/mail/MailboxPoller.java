package org.throughline.intake.mail;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks into the mailbox again and again, from the moment the application is ready. While the mail server is away it
 * waits longer and longer, up to a minute.
 */
@Component
@ConditionalOnProperty(name = "throughline.intake.mailbox.enabled", havingValue = "true")
public class MailboxPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MailboxReader reader;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "mailbox");

    public MailboxPoller(MailboxReader reader, MailboxProperties mailbox) {
        this.reader = reader;
        this.interval = mailbox.pollInterval();
        this.thread.setDaemon(true);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    private void run() {
        Duration pause = interval;
        try {
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look() ? interval : longer(pause);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            reader.close();
        }
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

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped.countDown();
        thread.join(Duration.ofSeconds(5).toMillis());
    }
}

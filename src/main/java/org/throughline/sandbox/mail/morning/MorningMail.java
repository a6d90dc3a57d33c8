package org.throughline.sandbox.mail.morning;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.mail.MailServerPorts;
import org.throughline.sandbox.mail.MailServerSettings;

/**
 * Delivers the sample items once. What has been delivered is written down one by one beside the mailboxes, so that a
 * start that was cut short goes on where it stopped; the item in between comes again under the same id.
 */
@Component
@Profile("sandbox")
class MorningMail {

    private static final Logger LOG = LoggerFactory.getLogger(MorningMail.class);

    private final MorningMailSettings settings;
    private final MailServerSettings mail;
    private final MailServerPorts ports;
    private final PracticeBook book;
    private final ObjectMapper json;
    private final Clock clock;

    MorningMail(
            MorningMailSettings settings,
            MailServerSettings mail,
            MailServerPorts ports,
            PracticeBook book,
            ObjectMapper json,
            Clock clock) {
        this.settings = settings;
        this.mail = mail;
        this.ports = ports;
        this.book = book;
        this.json = json;
        this.clock = clock;
    }

    @EventListener
    void start(ApplicationReadyEvent ready) {
        String port = ready.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (settings.morningMail() && port != null) {
            SampleSender sender =
                    new SampleSender(mail.host(), ports.smtp(), URI.create("http://localhost:" + port), json);
            Thread thread = new Thread(() -> deliver(sender), "morning-mail");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void deliver(SampleSender sender) {
        Path journal = mail.data().resolve(".morning-mail");
        try {
            Set<String> delivered = new HashSet<>();
            if (Files.exists(journal)) {
                delivered.addAll(Files.readAllLines(journal, StandardCharsets.UTF_8));
            }
            for (SampleItem item : SampleItem.all(json, OffsetDateTime.now(clock.withZone(book.zone())))) {
                if (delivered.add(item.id())) {
                    deliver(item, sender, journal);
                }
            }
        } catch (IOException failed) {
            LOG.warn("The sample items could not be read; they come at the next start", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deliver(SampleItem item, SampleSender sender, Path journal) throws InterruptedException {
        try {
            sender.send(item);
            Files.writeString(
                    journal,
                    item.id() + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException | MessagingException failed) {
            LOG.warn("Sample {} could not be delivered; it comes at the next start", item.id(), failed);
        }
    }
}

package org.throughline.intake.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItems;
import org.throughline.intake.IntakeProperties;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.Lookout;
import org.throughline.platform.mail.MailSettings;
import org.throughline.platform.mail.MailSettings.Login;

/**
 * Looks into the mailbox of each agency again and again, from the moment the application is ready: what lies there is that
 * agency's. While the mail server is away it waits longer and longer, up to a minute.
 */
@Component
@ConditionalOnProperty(name = "throughline.intake.mailbox.enabled", havingValue = "true")
public class MailboxPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxPoller.class);

    private final List<Watch> watches = new ArrayList<>();

    public MailboxPoller(
            MailboxProperties mailbox,
            MailSettings mail,
            IntakeProperties limits,
            MailIntake intake,
            MimeReader reader,
            InboundItems items,
            Agencies agencies) {
        for (Agency agency : agencies.all()) {
            Login login = mail.branches().get(agency.tenant());
            MailboxProperties own = login == null ? mailbox : mailbox.of(login);
            watches.add(new Watch(agency, new MailboxReader(own, limits, intake, reader, items), own));
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        watches.forEach(Watch::start);
    }

    @Override
    public void destroy() {
        watches.forEach(Watch::end);
    }

    /** Over one agency's mailbox. */
    private static final class Watch {

        private final Agency agency;
        private final MailboxReader reader;
        private final Lookout lookout;

        Watch(Agency agency, MailboxReader reader, MailboxProperties mailbox) {
            this.agency = agency;
            this.reader = reader;
            this.lookout = new Lookout("mailbox-" + agency.tenant(), mailbox.pollInterval(), this::look);
        }

        void start() {
            lookout.start();
        }

        private boolean look() {
            return AgencyScope.call(agency, () -> {
                try {
                    reader.takeIn();
                    return true;
                } catch (MessagingException | RuntimeException failed) {
                    LOG.warn(
                            "The mailbox of {} could not be read and will be tried again: {}",
                            agency.tenant(),
                            failed.toString());
                    reader.close();
                    return false;
                }
            });
        }

        void end() {
            lookout.close();
            reader.close();
        }
    }
}

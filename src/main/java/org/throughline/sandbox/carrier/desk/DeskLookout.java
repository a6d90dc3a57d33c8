package org.throughline.sandbox.carrier.desk;

import jakarta.mail.MessagingException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Lookout;
import org.throughline.sandbox.carrier.CarrierSandboxProperties;

/** Has the desks look into their mailboxes from the moment the application is ready. */
@Component
@Profile("sandbox")
class DeskLookout implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DeskLookout.class);

    private final ServiceDesk desk;
    private final Lookout lookout;

    DeskLookout(ServiceDesk desk, CarrierSandboxProperties properties) {
        this.desk = desk;
        this.lookout = new Lookout("carrier-desks", properties.deskInterval(), this::look);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookout.start();
    }

    private boolean look() {
        try {
            desk.work();
            return true;
        } catch (IOException | MessagingException | RuntimeException failed) {
            LOG.warn("The carriers' desks could not work and will try again: {}", failed.toString());
            return false;
        }
    }

    @Override
    public void destroy() {
        lookout.close();
    }
}

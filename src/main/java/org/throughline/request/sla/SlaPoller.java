package org.throughline.request.sla;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.Lookout;

/** Looks at the clocks of requests again and again, from the moment the application is ready. */
@Component
class SlaPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(SlaPoller.class);

    private final SlaPatrol patrol;
    private final Lookout lookout;

    SlaPoller(SlaPatrol patrol, SlaProperties properties, Agencies agencies) {
        this.patrol = patrol;
        this.lookout = new Lookout(
                "sla-clocks",
                properties.lookInterval(),
                () -> agencies.lookForEach("The look at the clocks", this::look));
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookout.start();
    }

    private boolean look() {
        try {
            return patrol.look();
        } catch (RuntimeException failed) {
            LOG.warn("The clocks of requests cannot be looked at and will be again: {}", failed.toString());
            return false;
        }
    }

    @Override
    public void destroy() {
        lookout.close();
    }
}

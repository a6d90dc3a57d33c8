package org.throughline.ams.index;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.AgencyScope;

/**
 * Runs the synchronization in the background from the moment the application listens, on a thread for each agency, so that a
 * system that does not answer holds up no other.
 */
@Component
class ClientIndexSchedule implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ClientIndexSchedule.class);

    private final ClientIndexSync sync;
    private final AmsProperties properties;
    private final Agencies agencies;
    private final CountDownLatch stopped = new CountDownLatch(1);

    ClientIndexSchedule(ClientIndexSync sync, AmsProperties properties, Agencies agencies) {
        this.sync = sync;
        this.properties = properties;
        this.agencies = agencies;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        agencies.forEach(agency -> {
            Thread thread = new Thread(AgencyScope.carried(this::follow), "client-index-" + agency.tenant());
            thread.setDaemon(true);
            thread.start();
        });
    }

    private void follow() {
        try {
            Duration pause = Duration.ZERO;
            while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                pause = look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** One failed look must not be the last one, whatever failed. Answers with the time until the next. */
    private Duration look() {
        try {
            int read = sync.run();
            LOG.debug("Client index: {} clients read", read);
            return properties.syncInterval();
        } catch (RuntimeException failure) {
            LOG.warn(
                    "The client index of {} could not be brought up to date and is tried again: {}",
                    agencies.current().tenant(),
                    failure.toString());
            return properties.retryInterval();
        }
    }

    @Override
    public void destroy() {
        stopped.countDown();
    }
}

package org.throughline.intake.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks into the feed's folder again and again, from the moment the application is ready. */
@Component
@ConditionalOnProperty("throughline.intake.feed.directory")
class FeedPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final FeedFolder folder;
    private final Duration interval;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "carrier-feed");

    FeedPoller(FeedReader reader, FeedProperties properties) {
        Path directory = Objects.requireNonNull(properties.directory(), "the poller exists only with a folder");
        this.folder = new FeedFolder(reader, directory, properties, System::nanoTime);
        this.interval = properties.pollInterval();
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
        }
    }

    private boolean look() {
        try {
            folder.look();
            return true;
        } catch (IOException | RuntimeException failed) {
            LOG.warn("The carrier feed's folder cannot be read and will be tried again: {}", failed.toString());
            return false;
        }
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    @Override
    public void destroy() throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }
}

package org.throughline.intake.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Lookout;

/** Looks into the feed's folder again and again, from the moment the application is ready. */
@Component
@ConditionalOnProperty("throughline.intake.feed.directory")
class FeedPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private final FeedFolder folder;
    private final Lookout lookout;

    FeedPoller(FeedReader reader, FeedProperties properties) {
        Path directory = Objects.requireNonNull(properties.directory(), "the poller exists only with a folder");
        this.folder = new FeedFolder(reader, directory, properties, System::nanoTime);
        this.lookout = new Lookout("carrier-feed", properties.pollInterval(), this::look);
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        lookout.start();
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

    @Override
    public void destroy() {
        lookout.close();
    }
}

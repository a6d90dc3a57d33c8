package org.throughline.intake.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.Agencies;
import org.throughline.platform.Agency;
import org.throughline.platform.AgencyScope;
import org.throughline.platform.Lookout;

/** Looks into each agency's folder of the feed again and again, from the moment the application is ready. */
@Component
class FeedPoller implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPoller.class);

    private final Map<Agency, FeedFolder> folders = new LinkedHashMap<>();
    private final Lookout lookout;

    FeedPoller(FeedReader reader, FeedProperties properties, Agencies agencies) {
        Map<Path, Agency> places = new HashMap<>();
        if (properties.directory() != null) {
            places.put(place(properties.directory()), agencies.main());
        }
        properties.branches().forEach((tenant, folder) -> {
            if (places.putIfAbsent(place(folder.directory()), agencies.of(tenant)) != null) {
                throw new IllegalStateException("The folder " + folder.directory()
                        + " is named twice under throughline.intake.feed, so nobody can tell whose a file is. Give"
                        + " each agency a folder of its own.");
            }
        });
        places.forEach(
                (place, agency) -> folders.put(agency, new FeedFolder(reader, place, properties, System::nanoTime)));
        this.lookout = new Lookout("carrier-feed", properties.pollInterval(), this::look);
    }

    private static Path place(Path directory) {
        return directory.toAbsolutePath().normalize();
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (!folders.isEmpty()) {
            lookout.start();
        }
    }

    private boolean look() {
        boolean well = true;
        for (Map.Entry<Agency, FeedFolder> folder : folders.entrySet()) {
            well &= AgencyScope.call(folder.getKey(), () -> look(folder.getValue()));
        }
        return well;
    }

    private static boolean look(FeedFolder folder) {
        try {
            folder.look();
            return true;
        } catch (IOException | RuntimeException failed) {
            LOG.warn("A carrier feed's folder cannot be read and will be tried again: {}", failed.toString());
            return false;
        }
    }

    @Override
    public void destroy() {
        lookout.close();
    }
}

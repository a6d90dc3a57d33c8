package org.throughline.platform.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Definitions that were read from the database a moment ago, for all threads of one engine. */
final class RecentDefinitions<T> {

    /** How long a definition that somebody suspends may still count as active for the jobs of another moment. */
    static final Duration FRESH = Duration.ofSeconds(5);

    private static final int KEPT = 1000;

    private final LongSupplier nanoTime;
    private final Map<String, Read<T>> byId = new ConcurrentHashMap<>();

    private record Read<T>(T definition, long at) {}

    RecentDefinitions(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** The definition, if it was read within the last seconds. */
    Optional<T> recall(String id) {
        long now = nanoTime.getAsLong();
        return Optional.ofNullable(byId.get(id))
                .filter(read -> now - read.at() < FRESH.toNanos())
                .map(Read::definition);
    }

    void remember(String id, T definition) {
        if (byId.size() > KEPT) {
            byId.clear();
        }
        byId.put(id, new Read<>(definition, nanoTime.getAsLong()));
    }
}

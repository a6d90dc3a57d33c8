package org.throughline.ams.epic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One of the agency's short lists, kept for a while; read anew, now and then, when somebody asks for a row it lacks. */
final class EpicLookup<T> {

    private static final Duration SOONEST = Duration.ofMinutes(1);

    private final Supplier<List<T>> read;
    private final Duration kept;
    private final Clock clock;
    private List<T> rows = List.of();
    private Instant readAt = Instant.EPOCH;

    EpicLookup(Supplier<List<T>> read, Duration kept, Clock clock) {
        this.read = read;
        this.kept = kept;
        this.clock = clock;
    }

    synchronized Optional<T> find(Predicate<T> wanted) {
        readIfOlderThan(kept);
        Optional<T> found = rows.stream().filter(wanted).findFirst();
        if (found.isPresent()) {
            return found;
        }
        readIfOlderThan(SOONEST);
        return rows.stream().filter(wanted).findFirst();
    }

    private void readIfOlderThan(Duration age) {
        if (!clock.instant().isBefore(readAt.plus(age))) {
            rows = new ArrayList<>(read.get());
            readAt = clock.instant();
        }
    }
}

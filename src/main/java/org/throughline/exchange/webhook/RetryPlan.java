package org.throughline.exchange.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a message is tried again: soon at first, then ever more rarely, for about two days. */
final class RetryPlan {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(2),
            Duration.ofHours(4),
            Duration.ofHours(8),
            Duration.ofHours(16),
            Duration.ofHours(16));

    private RetryPlan() {}

    /**
     * The next time after an attempt that went wrong; null after the last.
     *
     * @param made attempts so far, this one included
     * @param asked how long the receiver asks to wait at least
     */
    static @Nullable Instant next(int made, Instant now, @Nullable Duration asked) {
        if (made > PAUSES.size()) {
            return null;
        }
        Duration pause = PAUSES.get(made - 1);
        return now.plus(asked != null && asked.compareTo(pause) > 0 ? asked : pause);
    }
}

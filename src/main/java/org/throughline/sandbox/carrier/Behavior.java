package org.throughline.sandbox.carrier;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * How a carrier decides.
 *
 * @param delay how long {@link Mode#DELAY} leaves a request undecided
 */
public record Behavior(Mode mode, Duration delay) {

    /** What comes of a request. */
    public enum Mode {
        /** It is issued at once. */
        ISSUE,
        /** It is undecided for a time and then issued. */
        DELAY,
        /** It is declined, with a reason. */
        DECLINE,
        /** An underwriter has it until the carrier is set to issue, to issue in part or to decline. */
        REFER,
        /** Only the first of several changes is issued; of one change the last value is left out. */
        PARTIAL,
        /** It is refused as wrong, and nothing comes of it. */
        ERROR;

        /** As the administrator writes it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Mode> of(String word) {
            return Arrays.stream(values())
                    .filter(mode -> mode.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                    .findFirst();
        }
    }
}

package org.throughline.reporting.replay;

import org.jspecify.annotations.Nullable;
import org.throughline.reporting.Period;

/**
 * What is to be replayed.
 *
 * @param key the decision
 * @param changed what stands in the place of the deployed table, in words: {@code version 3}, {@code the file routing.dmn}
 * @param period the days on which the requests were opened
 * @param workType only requests of this type
 * @param limit the most requests, newest first
 */
public record ReplayQuestion(
        String key, String changed, Period period, @Nullable String workType, int limit) {

    /** As many requests as are replayed unless the caller says. */
    public static final int LIMIT = 10_000;

    /** The most requests of one replay. */
    public static final int MOST = 50_000;
}

package org.throughline.intake.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Allows so many calls in a time for each caller; what was used up comes back little by little. Memory is bounded. */
final class Throttle {

    private static final int MOST_CALLERS = 20_000;

    private final double most;
    private final double perMillisecond;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CALLERS;
        }
    };

    private record Bucket(double left, Instant at) {}

    Throttle(int most, Duration per) {
        this.most = most;
        this.perMillisecond = most / (double) per.toMillis();
    }

    /** Counts a call; false where it is one too many. */
    synchronized boolean allow(String caller, Instant now) {
        Bucket bucket = buckets.getOrDefault(caller, new Bucket(most, now));
        double regained = Duration.between(bucket.at(), now).toMillis() * perMillisecond;
        double left = Math.min(most, bucket.left() + Math.max(0, regained));
        boolean allowed = left >= 1;
        buckets.put(caller, new Bucket(allowed ? left - 1 : left, now));
        return allowed;
    }

    synchronized int callers() {
        return buckets.size();
    }
}

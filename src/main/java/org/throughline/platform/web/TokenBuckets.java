package org.throughline.platform.web;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * A bucket of tokens for each caller, in memory and bounded: a call takes a token, time puts tokens back. Nothing is
 * lost when a node forgets them.
 */
final class TokenBuckets {

    private static final double NANOS = 1e9;

    private final int burst;
    private final int perSecond;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets;

    TokenBuckets(RateLimitProperties limits, LongSupplier nanoTime) {
        this.burst = limits.burst();
        this.perSecond = limits.perSecond();
        this.nanoTime = nanoTime;
        this.buckets = new Remembered(limits.addresses());
    }

    private record Bucket(double tokens, long at) {}

    /** Forgets the caller unheard for longest. */
    private static final class Remembered extends LinkedHashMap<String, Bucket> {

        private final int most;

        private Remembered(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > most;
        }
    }

    /** Takes a token: zero if there was one, else the time until there is one. */
    synchronized Duration take(String caller) {
        long now = nanoTime.getAsLong();
        Bucket last = buckets.getOrDefault(caller, new Bucket(burst, now));
        double tokens = Math.min(burst, last.tokens() + (now - last.at()) / NANOS * perSecond);
        boolean allowed = tokens >= 1;
        buckets.put(caller, new Bucket(allowed ? tokens - 1 : tokens, now));
        return allowed ? Duration.ZERO : Duration.ofNanos((long) Math.ceil((1 - tokens) / perSecond * NANOS));
    }

    synchronized int size() {
        return buckets.size();
    }
}

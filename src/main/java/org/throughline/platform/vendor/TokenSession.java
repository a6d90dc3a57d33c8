package org.throughline.platform.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A login that buys a token for a time. One thread at a time renews it, so that a hundred calls that find it spent log in
 * once.
 */
public abstract class TokenSession implements VendorSession {

    private static final Duration SAFETY = Duration.ofMinutes(1);

    private final Clock clock;
    private @Nullable String value;
    private Instant goodUntil = Instant.EPOCH;

    protected TokenSession(Clock clock) {
        this.clock = clock;
    }

    /** What a login brought: the header's whole value and how long the vendor takes it. */
    public record Grant(String headerValue, Duration goodFor) {}

    /**
     * Logs in; called by one thread at a time.
     *
     * @param refused true if the vendor refused the last token before its time, so that nothing of it is good any more
     */
    protected abstract Grant login(boolean refused);

    @Override
    public final synchronized String authorization() {
        String current = value;
        if (current == null || !clock.instant().isBefore(goodUntil)) {
            Grant grant = login(current == null);
            goodUntil = clock.instant().plus(grant.goodFor()).minus(SAFETY);
            current = grant.headerValue();
            value = current;
        }
        return current;
    }

    @Override
    public final synchronized void refused(@Nullable String authorization) {
        if (value != null && value.equals(authorization)) {
            value = null;
        }
    }
}

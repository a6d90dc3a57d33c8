package org.throughline.platform.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.operaton.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock: the application reads the same clock as the engine, in the agency's time zone. Tests and rehearsals
 * move it for both at once; timers due by then become due.
 */
public final class AgencyClock extends Clock {

    private final Supplier<ZoneId> zone;

    public AgencyClock(ZoneId zone) {
        this(() -> zone);
    }

    /** A clock whose time zone is that of the agency at work. */
    public AgencyClock(Supplier<ZoneId> zone) {
        this.zone = zone;
    }

    /** Sets the clock to an instant; it keeps running from there. */
    public static void moveTo(Instant instant) {
        ClockUtil.offset(instant.toEpochMilli() - System.currentTimeMillis());
    }

    /** Sets the clock back to the machine's time. */
    public static void reset() {
        ClockUtil.reset();
    }

    @Override
    public ZoneId getZone() {
        return zone.get();
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new AgencyClock(other);
    }

    @Override
    public Instant instant() {
        return ClockUtil.now().toInstant();
    }
}

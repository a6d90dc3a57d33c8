package org.throughline.request.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.CallableFromModels;

/** Turns the minutes of a service level into the moment it is due; models call it as {@code ${serviceClock.due(…)}}. */
@Component
@CallableFromModels
public class ServiceClock {

    private final Clock clock;

    ServiceClock(Clock clock) {
        this.clock = clock;
    }

    /** The moment this many minutes from now. */
    public Date due(Number minutes) {
        return Date.from(clock.instant().plus(Duration.ofMinutes(minutes.longValue())));
    }
}

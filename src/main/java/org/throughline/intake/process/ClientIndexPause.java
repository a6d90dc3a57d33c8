package org.throughline.intake.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.CallableFromModels;

/**
 * How long an item waits before the client index is looked at again; models ask it as {@code ${clientIndexPause.next()}}.
 * At a first start the index is filled within seconds; where the agency management system is down, there is time.
 */
@Component
@CallableFromModels
public class ClientIndexPause {

    private static final Duration START = Duration.ofMinutes(2);

    private final Clock clock;
    private final Instant started;

    ClientIndexPause(Clock clock) {
        this.clock = clock;
        this.started = clock.instant();
    }

    /** A duration as timers take it. */
    public String next() {
        boolean starting = Duration.between(started, clock.instant()).compareTo(START) < 0;
        return starting ? "PT2S" : "PT1M";
    }
}

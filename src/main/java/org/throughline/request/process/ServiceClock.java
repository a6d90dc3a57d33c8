package org.throughline.request.process;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.CallableFromModels;
import org.throughline.request.sla.SlaClock;
import org.throughline.request.sla.SlaRules;
import org.throughline.request.sla.SlaTimes;

/**
 * Turns the minutes of a service level into the moment it is due; models call it as {@code ${serviceClock.clock(priority,
 * workType)}} and {@code ${serviceClock.due(slaClock, minutes)}}.
 */
@Component
@CallableFromModels
public class ServiceClock {

    private final SlaRules rules;
    private final SlaTimes times;
    private final Clock clock;

    public ServiceClock(SlaRules rules, SlaTimes times, Clock clock) {
        this.rules = rules;
        this.times = times;
        this.clock = clock;
    }

    /** BUSINESS or WALL, as the table Service clock says. */
    public String clock(String priority, String workType) {
        return rules.clock(priority, workType).name();
    }

    /** The moment this many minutes of that clock from now. */
    public Date due(String clockName, Number minutes) {
        return Date.from(times.plus(SlaClock.of(clockName), clock.instant(), Duration.ofMinutes(minutes.longValue())));
    }
}

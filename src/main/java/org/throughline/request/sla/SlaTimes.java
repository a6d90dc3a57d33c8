package org.throughline.request.sla;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.throughline.staff.calendar.BusinessCalendar;

/** Arithmetic on either clock of a request. */
@Component
public class SlaTimes {

    private final BusinessCalendar calendar;

    public SlaTimes(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /** The moment when that much time has passed; without any it is the moment itself. */
    public Instant plus(SlaClock clock, Instant from, Duration time) {
        if (time.isZero()) {
            return from;
        }
        return clock == SlaClock.WALL ? from.plus(time) : calendar.plus(from, time);
    }

    /** The moment from which that much time is left. */
    public Instant minus(SlaClock clock, Instant to, Duration time) {
        return clock == SlaClock.WALL ? to.minus(time) : calendar.minus(to, time);
    }

    /** Time between two moments; none if the second is not later. */
    public Duration between(SlaClock clock, Instant from, Instant to) {
        if (clock == SlaClock.WALL) {
            return from.isBefore(to) ? Duration.between(from, to) : Duration.ZERO;
        }
        return calendar.between(from, to);
    }
}

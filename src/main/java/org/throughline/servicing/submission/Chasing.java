package org.throughline.servicing.submission;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.throughline.carrier.CarrierChannel;
import org.throughline.staff.calendar.BusinessCalendar;

/** When a carrier that has not decided is asked again, and by whom. */
@Service
public class Chasing {

    private final BusinessCalendar calendar;
    private final Clock clock;

    Chasing(BusinessCalendar calendar, Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * The next time.
     *
     * @param byHand a person asks, because no machine can or the machine has asked often enough
     */
    public record Next(Instant at, boolean byHand) {}

    /**
     * When to ask next.
     *
     * @param ladder as in the table {@code carrier-channel}
     * @param byHandDays business days between a person's questions once every step of the ladder is taken
     * @param taken how often the carrier was asked again
     */
    public Next next(CarrierSubmission submission, String ladder, int byHandDays, int taken) {
        Optional<Instant> step = ChaseLadder.parse(ladder).next(taken, CarrierDesk.since(submission), calendar);
        boolean portal = submission.submission().channel() == CarrierChannel.PORTAL;
        return step.map(at -> new Next(at, portal)).orElseGet(() -> new Next(byHand(byHandDays), true));
    }

    private Instant byHand(int days) {
        return calendar.openingAfter(LocalDate.now(clock.withZone(calendar.zone())), days);
    }
}

package org.throughline.staff;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A carrier's consent that a person places business with it in a state.
 *
 * @param carrier the carrier's code, such as {@code BMC}
 * @param state two-letter state
 * @param expires last day on which it is valid; null is open-ended
 */
public record Appointment(
        String carrier,
        String state,
        LocalDate effective,
        @Nullable LocalDate expires) {

    /** May be used on this day. */
    public boolean validOn(LocalDate day) {
        return !day.isBefore(effective) && (expires == null || !day.isAfter(expires));
    }
}

package org.throughline.servicing.submission;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.throughline.staff.calendar.BusinessCalendar;

/**
 * When a carrier is asked again how far it is: {@code PT5M,PT1H,1D,3D}, each step counted from the submission. {@code 3D}
 * is the opening of the third business day after it, an ISO 8601 duration runs day and night.
 */
record ChaseLadder(List<String> steps) {

    private static final Pattern BUSINESS_DAYS = Pattern.compile("[1-9][0-9]?D");

    /** @throws IllegalArgumentException names the step that cannot be read */
    static ChaseLadder parse(String text) {
        List<String> steps = Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(step -> !step.isEmpty())
                .toList();
        steps.stream().filter(step -> !isReadable(step)).findFirst().ifPresent(step -> {
            throw new IllegalArgumentException("The table Carrier channel names \"" + step
                    + "\" as a step of chasing; write PT5M for five minutes or 3D for three business days.");
        });
        return new ChaseLadder(steps);
    }

    private static boolean isReadable(String step) {
        if (BUSINESS_DAYS.matcher(step).matches()) {
            return true;
        }
        try {
            return !Duration.parse(step).isNegative();
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    /**
     * When to ask next; empty once every step has been taken, and a person has to.
     *
     * @param taken how many steps have been taken
     */
    Optional<Instant> next(int taken, Instant submitted, BusinessCalendar calendar) {
        return taken >= steps.size() ? Optional.empty() : Optional.of(at(steps.get(taken), submitted, calendar));
    }

    private static Instant at(String step, Instant submitted, BusinessCalendar calendar) {
        if (!BUSINESS_DAYS.matcher(step).matches()) {
            return submitted.plus(Duration.parse(step));
        }
        int days = Integer.parseInt(step.substring(0, step.length() - 1));
        return calendar.openingAfter(submitted.atZone(calendar.zone()).toLocalDate(), days);
    }
}

package org.throughline.staff.roster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.staff.Absence;
import org.throughline.staff.Staff;

/** When people are away. */
@Component
public class Absences {

    private static final Duration FORESEEABLE = Duration.ofDays(3660);

    private final Staff staff;
    private final Clock clock;

    public Absences(Staff staff, Clock clock) {
        this.staff = staff;
        this.clock = clock;
    }

    /** A person's absences that are not over, the earliest first. */
    public List<Absence> of(String userId) {
        Instant now = clock.instant();
        return staff.absences(now, now.plus(FORESEEABLE)).stream()
                .filter(absence -> absence.userId().equals(userId))
                .toList();
    }

    /**
     * Adds an absence of a person.
     *
     * @param startsAt such as {@code 2026-12-24T12:00:00-06:00}
     * @param endsAt when the person works again
     * @throws EntryRefused with everything that is wrong
     */
    public Absence add(String userId, @Nullable String startsAt, @Nullable String endsAt, @Nullable String reason) {
        Entries entries = new Entries();
        @Nullable Instant starts = moment(entries, "startsAt", startsAt);
        @Nullable Instant ends = moment(entries, "endsAt", endsAt);
        @Nullable String why = entries.text("reason", reason, 200);
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            entries.fault("endsAt", "Is not after the beginning. Give the time when the person works again.");
        } else if (ends != null && !ends.isAfter(clock.instant())) {
            entries.fault("endsAt", "Is over. Give a time that is still to come.");
        } else if (starts != null
                && ends != null
                && ends.isAfter(clock.instant().plus(FORESEEABLE))) {
            entries.fault("endsAt", "Is more than ten years away. Deactivate the person instead.");
        } else if (starts != null && ends != null) {
            staff.absences(starts, ends).stream()
                    .filter(absence -> absence.userId().equals(userId))
                    .findFirst()
                    .ifPresent(other -> entries.fault(
                            "startsAt",
                            "Overlaps \"" + other.reason() + "\". Remove that one first, or change the time."));
        }
        if (!entries.faults().isEmpty() || starts == null || ends == null || why == null) {
            throw new EntryRefused(entries.faults());
        }
        Absence absence = new Absence(UUID.randomUUID().toString(), userId, starts, ends, why);
        staff.addAbsence(absence);
        return absence;
    }

    private static @Nullable Instant moment(Entries entries, String field, @Nullable String value) {
        String text = Entries.clean(value);
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noMoment) {
            entries.fault(
                    field,
                    (text.isEmpty() ? "Is missing" : Entries.quoted(text) + " is no time")
                            + ". Write it like 2026-12-24T12:00:00-06:00.");
            return null;
        }
    }
}

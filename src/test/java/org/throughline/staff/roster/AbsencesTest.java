package org.throughline.staff.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.staff.Absence;
import org.throughline.staff.InMemoryStaff;

class AbsencesTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-23T20:05:00Z"), ZoneOffset.UTC);

    private final Absences absences = new Absences(InMemoryStaff.ofPracticeAgency(NOW), NOW);

    @Test
    void keepsWhatIsNotOver() {
        Absence absence = absences.add("maria", "2026-11-23T14:00:00-06:00", "2026-11-24T08:00:00-06:00", "Dentist");
        absences.add("priya", "2026-12-24T12:00:00-06:00", "2026-12-28T08:00:00-06:00", "Vacation");

        assertThat(absences.of("maria")).containsExactly(absence);
        assertThat(absence.startsAt()).isEqualTo("2026-11-23T20:00:00Z");
    }

    @Test
    void saysWhatIsWrong() {
        absences.add("maria", "2026-12-24T12:00:00-06:00", "2026-12-28T08:00:00-06:00", "Vacation");

        assertThat(fields(null, "tomorrow", " ")).containsExactly("startsAt", "endsAt", "reason");
        assertThat(fields("2026-12-01T12:00:00-06:00", "2026-12-01T12:00:00-06:00", "Nap"))
                .containsExactly("endsAt");
        assertThat(fields("2026-11-01T12:00:00-06:00", "2026-11-02T12:00:00-06:00", "Past"))
                .containsExactly("endsAt");
        assertThat(fields("2026-12-01T12:00:00-06:00", "2096-11-02T12:00:00-06:00", "Retired"))
                .containsExactly("endsAt");
        assertThat(fields("2026-12-28T07:59:00-06:00", "2026-12-29T08:00:00-06:00", "More"))
                .containsExactly("startsAt");
    }

    private List<String> fields(@Nullable String startsAt, String endsAt, String reason) {
        return catchThrowableOfType(EntryRefused.class, () -> absences.add("maria", startsAt, endsAt, reason))
                .faults()
                .stream()
                .map(Fault::field)
                .toList();
    }
}

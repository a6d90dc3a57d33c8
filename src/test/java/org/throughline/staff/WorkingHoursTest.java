package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingHoursTest {

    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon-Fri 07:00-19:00 | Mon-Fri 07:00-19:00",
                "Mon-Fri 08:00-12:00, 13:00-17:00; Sat 9:00-12:00 | Mon-Fri 08:00-12:00, 13:00-17:00; Sat 09:00-12:00",
                "monday 08:00 - 17:30; TUE-wed 08:00-17:30 | Mon-Wed 08:00-17:30",
                "Fri-Mon 10:00-14:00 | Mon 10:00-14:00; Fri-Sun 10:00-14:00",
                "Mon-Sun 00:00-24:00 | Mon-Sun 00:00-24:00",
                "Mon 13:00-17:00; Mon 08:00-12:00 | Mon 08:00-12:00, 13:00-17:00"
            })
    void readsAndPrintsTheNotation(String text, String printed) {
        WorkingHours hours = WorkingHours.parse(text);

        assertThat(hours).hasToString(printed).isEqualTo(WorkingHours.parse(printed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | no range of hours",
                "Mon-Fri | no range of hours",
                "08:00-12:00 | names no day",
                "Mon-Fri 08:00-12:00; | no range of hours",
                "Montag 08:00-12:00 | is no day",
                "Mon 25:00-26:00 | no time of day",
                "Mon 08:75-12:00 | no time of day",
                "Mon 22:00-06:00 | ends before it begins",
                "Mon-Fri 08:00-12:00; Wed 11:00-14:00 | overlap on Wed"
            })
    void saysWhatIsWrong(String text, String sentence) {
        assertThatThrownBy(() -> WorkingHours.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence);
    }

    @Test
    void readsTheAgencysHours() {
        WorkingHours hours = WorkingHours.of(Map.of(
                DayOfWeek.MONDAY, "08:00-17:30", DayOfWeek.TUESDAY, "08:00-17:30", DayOfWeek.FRIDAY, "08:00-17:00"));

        assertThat(hours).hasToString("Mon-Tue 08:00-17:30; Fri 08:00-17:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T07:59, false", // a Monday
        "2026-11-23T08:00, true",
        "2026-11-23T12:00, false",
        "2026-11-23T16:59, true",
        "2026-11-23T17:00, false",
        "2026-11-28T10:00, false"
    })
    void isOpenOnTheClocksOfTheZone(LocalDateTime there, boolean open) {
        WorkingHours hours = WorkingHours.parse("Mon-Fri 08:00-12:00, 13:00-17:00");

        assertThat(hours.isOpen(at(there), CHICAGO)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T09:30, 30",
        "2026-11-23T11:30, 2026-11-23T13:30, 60", // over lunch
        "2026-11-23T06:00, 2026-11-23T20:00, 480",
        "2026-11-20T16:00, 2026-11-23T09:00, 120", // over a weekend
        "2026-11-23T10:00, 2026-11-23T09:00, 0",
        "2026-11-23T09:00:40, 2026-11-23T09:02:20, 1"
    })
    void countsWorkingMinutes(LocalDateTime from, LocalDateTime to, long minutes) {
        WorkingHours hours = WorkingHours.parse("Mon-Fri 08:00-12:00, 13:00-17:00");

        assertThat(hours.minutesBetween(at(from), at(to), CHICAGO)).isEqualTo(minutes);
    }

    @Test
    void countsTheHourThatTheClockChangeTakes() {
        WorkingHours allDay = WorkingHours.parse("Mon-Sun 00:00-24:00");

        // On 2026-03-08 the clocks go from 02:00 to 03:00.
        Instant midnight = at(LocalDateTime.parse("2026-03-08T00:00"));
        assertThat(allDay.minutesBetween(midnight, at(LocalDateTime.parse("2026-03-09T00:00")), CHICAGO))
                .isEqualTo(23 * 60);
    }

    private static Instant at(LocalDateTime there) {
        return there.atZone(CHICAGO).toInstant();
    }

    @Test
    void findsTheMomentAfterSoManyWorkingMinutes() {
        WorkingHours hours = WorkingHours.parse("Mon-Fri 07:00-12:00, 13:00-19:00");
        ZoneId chicago = ZoneId.of("America/Chicago");

        assertThat(hours.after(Instant.parse("2026-11-23T15:00:00Z"), 120, chicago))
                .as("within the day")
                .isEqualTo("2026-11-23T17:00:00Z");
        assertThat(hours.after(Instant.parse("2026-11-23T17:30:00Z"), 60, chicago))
                .as("over the break")
                .isEqualTo("2026-11-23T19:30:00Z");
        assertThat(hours.after(Instant.parse("2026-11-28T00:30:00Z"), 120, chicago))
                .as("from Friday half past six over the weekend")
                .isEqualTo("2026-11-30T14:30:00Z");
        assertThat(hours.after(Instant.parse("2026-11-28T15:00:00Z"), 0, chicago))
                .as("nothing to count: when it opens")
                .isEqualTo("2026-11-30T13:00:00Z");
    }
}

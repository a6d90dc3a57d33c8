package org.throughline.staff.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {

    private static final ZoneId HOUSTON = ZoneId.of("America/Chicago");

    private final BusinessCalendar calendar = TestCalendars.harborline();

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(HOUSTON).toInstant();
    }

    @ParameterizedTest(name = "{3}: {0} and {1} minutes")
    @CsvSource({
        "2026-11-23T09:00, 60,   2026-11-23T10:00, within the day",
        "2026-11-23T06:10, 60,   2026-11-23T09:00, before opening",
        "2026-11-23T19:00, 60,   2026-11-24T09:00, after closing",
        "2026-11-23T17:00, 60,   2026-11-24T08:30, over the night",
        "2026-11-23T16:30, 60,   2026-11-23T17:30, due as the agency closes",
        "2026-11-20T16:30, 60,   2026-11-23T08:30, over a weekend",
        "2026-11-21T12:00, 30,   2026-11-23T08:30, received on Saturday",
        "2026-11-25T17:00, 60,   2026-11-30T08:30, over Thanksgiving and the day after it",
        "2026-07-02T17:00, 60,   2026-07-06T08:30, Independence Day on Saturday is kept on Friday",
        "2027-07-02T16:30, 60,   2027-07-06T08:30, Independence Day on Sunday is kept on Monday",
        "2021-12-30T17:00, 60,   2022-01-03T08:30, New Year on Saturday is kept in the year before",
        "2028-02-28T17:00, 60,   2028-02-29T08:30, to a leap day",
        "2028-02-29T17:00, 60,   2028-03-01T08:30, from a leap day",
        "2026-03-06T16:30, 60,   2026-03-09T08:30, over the start of daylight saving time",
        "2026-10-30T16:30, 60,   2026-11-02T08:30, over its end",
        "2026-10-12T09:00, 60,   2026-10-12T10:00, a federal holiday on which the agency works",
        "2026-11-23T08:00, 2820, 2026-12-01T17:00, five business days",
        "2026-11-23T07:00, 0,    2026-11-23T08:00, nothing is over when the agency opens"
    })
    void addsBusinessMinutes(String from, long minutes, String due, String why) {
        assertThat(calendar.plus(at(from), Duration.ofMinutes(minutes))).as(why).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{2} minutes between {0} and {1}")
    @CsvSource({
        "2026-11-23T09:00, 2026-11-23T10:00, 60",
        "2026-11-23T17:00, 2026-11-24T08:30, 60",
        "2026-11-25T17:00, 2026-11-30T08:30, 60",
        "2026-11-21T09:00, 2026-11-22T18:00, 0",
        "2026-11-24T09:00, 2026-11-23T09:00, 0",
        "2026-10-30T16:30, 2026-11-02T08:30, 60"
    })
    void measuresBusinessTime(String from, String to, long minutes) {
        assertThat(calendar.between(at(from), at(to))).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void goesBackAsFarAsItWentAhead() {
        for (int minutes : new int[] {1, 30, 240, 569, 570, 571, 2850, 7200}) {
            Duration work = Duration.ofMinutes(minutes);
            Instant due = calendar.plus(at("2026-11-20T11:07"), work);
            assertThat(calendar.between(at("2026-11-20T11:07"), due)).isEqualTo(work);
            assertThat(calendar.between(calendar.minus(due, work), due)).isEqualTo(work);
        }
        assertThat(calendar.minus(at("2026-11-30T08:30"), Duration.ofMinutes(60)))
                .isEqualTo(at("2026-11-25T17:00"));
    }

    @Test
    void countsTheHourThatAClockChangeTakesOrGives() {
        BusinessCalendar always = TestCalendars.calendar(
                Arrays.stream(DayOfWeek.values()).collect(Collectors.toMap(Function.identity(), day -> "00:00-24:00")),
                "TX",
                new CalendarProperties(List.of(), List.of(), Map.of()));

        assertThat(always.between(at("2026-03-08T00:00"), at("2026-03-09T00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.between(at("2026-11-01T00:00"), at("2026-11-02T00:00")))
                .isEqualTo(Duration.ofHours(25));
        assertThat(always.plus(at("2026-03-08T01:30"), Duration.ofHours(1))).isEqualTo(at("2026-03-08T03:30"));
    }

    @Test
    void knowsWhenItIsOpen() {
        assertThat(calendar.isOpen(at("2026-11-23T08:00"))).isTrue();
        assertThat(calendar.isOpen(at("2026-11-23T07:59"))).isFalse();
        assertThat(calendar.isOpen(at("2026-11-23T17:30"))).isFalse();
        assertThat(calendar.isOpen(at("2026-11-26T10:00"))).isFalse();
        assertThat(calendar.holiday(LocalDate.of(2026, 11, 26))).contains("Thanksgiving Day");
    }

    @Test
    void findsTheOpeningBeforeADay() {
        assertThat(calendar.openingBefore(LocalDate.of(2026, 11, 24), 1)).isEqualTo(at("2026-11-23T08:00"));
        assertThat(calendar.openingBefore(LocalDate.of(2026, 11, 30), 1)).isEqualTo(at("2026-11-25T08:00"));
        assertThat(calendar.openingBefore(LocalDate.of(2026, 11, 30), 2)).isEqualTo(at("2026-11-24T08:00"));
    }

    @Test
    void keepsTheHolidaysOfItsOwnStateOnly() {
        LocalDate mardiGras = LocalDate.of(2027, 2, 9);

        assertThat(TestCalendars.in("LA").holiday(mardiGras)).contains("Mardi Gras");
        assertThat(TestCalendars.in("TX").holiday(mardiGras)).isEmpty();
    }

    @Test
    void refusesAnAgencyThatIsNeverOpen() {
        CalendarProperties none = new CalendarProperties(List.of(), List.of(), Map.of());
        assertThatThrownBy(() -> TestCalendars.calendar(Map.of(), "TX", none)).hasMessageContaining("names no day");

        BusinessCalendar once = TestCalendars.calendar(
                Map.of(DayOfWeek.MONDAY, "08:00-08:01"),
                "TX",
                new CalendarProperties(List.of(), List.of("1st Mon of Jan: Inventory"), Map.of()));
        assertThatThrownBy(() -> once.plus(at("2026-11-23T09:00"), Duration.ofDays(30)))
                .hasMessageContaining("ten years");
    }

    @Test
    void countsBusinessDaysBetweenTwoDays() {
        BusinessCalendar calendar = TestCalendars.harborline();
        LocalDate wednesday = LocalDate.of(2026, 11, 25);

        assertThat(calendar.businessDaysAfter(wednesday, wednesday)).isZero();
        assertThat(calendar.businessDaysAfter(wednesday, LocalDate.of(2026, 11, 30)))
                .as("Thanksgiving, the day after and a weekend lie between")
                .isEqualTo(1);
        assertThat(calendar.businessDaysAfter(wednesday, LocalDate.of(2026, 12, 4)))
                .isEqualTo(5);
    }
}

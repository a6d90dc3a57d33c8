package org.throughline.staff.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayRuleTest {

    @ParameterizedTest
    @CsvSource({
        "12-24: Christmas Eve,                            2026, 2026-12-24",
        "2026-11-27: Inventory,                           2026, 2026-11-27",
        "3rd Mon of Jan: Martin Luther King Jr. Day,      2027, 2027-01-18",
        "last Mon of May: Memorial Day,                   2027, 2027-05-31",
        "4th Thu of Nov + 1 day: Day after Thanksgiving,  2026, 2026-11-27",
        "Easter - 2 days: Good Friday,                    2026, 2026-04-03",
        "easter: Easter,                                  2038, 2038-04-25",
        "Easter: Easter,                                  2285, 2285-03-22",
        "07-04 observed: Independence Day,                2026, 2026-07-03",
        "12-25 observed: Christmas Day,                   2022, 2022-12-26",
        "01-01 observed: New Year's Day,                  2022, 2021-12-31",
        "02-29: Leap day,                                 2028, 2028-02-29",
        "02-28 + 1 day: After February,                   2027, 2027-03-01"
    })
    void findsTheDay(String rule, int year, LocalDate day) {
        assertThat(HolidayRule.parse(rule).in(year)).contains(day);
    }

    @Test
    void findsNoneInAYearThatHasNone() {
        assertThat(HolidayRule.parse("02-29: Leap day").in(2027)).isEmpty();
        assertThat(HolidayRule.parse("2026-11-27: Inventory").in(2027)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "12-24",
                "12-24:",
                "5th Mon of May: Never",
                "2nd Moonday of May: Never",
                "13-01: Never",
                "2026-02-29: Never",
                "Eastern: Never",
                "12-24 + one day: Never"
            })
    void refusesWhatItCannotRead(String rule) {
        assertThatThrownBy(() -> HolidayRule.parse(rule))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + rule + "\"");
    }

    @Test
    void refusesToOpenOnAHolidayThatThereIsNot() {
        CalendarProperties settings = new CalendarProperties(List.of("Flag Day"), List.of(), Map.of());
        assertThatThrownBy(() -> Holidays.of(settings, "TX"))
                .hasMessageContaining("Flag Day")
                .hasMessageContaining("Labor Day");
    }
}

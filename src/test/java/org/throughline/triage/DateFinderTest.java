package org.throughline.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates as people write and say them, on Wednesday, November 18, 2026. */
class DateFinderTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2026, 11, 18);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-12-01 | 2026-12-01",
                "20261201 | 2026-12-01",
                "12/1 | 2026-12-01",
                "12/01/26 | 2026-12-01",
                "12-15-2026 | 2026-12-15",
                "1/15 | 2027-01-15",
                "11/2 | 2026-11-02",
                "Dec 1 | 2026-12-01",
                "December 1st, 2026 | 2026-12-01",
                "december first | 2026-12-01",
                "november twenty third | 2026-11-23",
                "the twenty-third of november | 2026-11-23",
                "1st of December | 2026-12-01",
                "20 November 2026 | 2026-11-20",
                "the 15th | 2026-12-15",
                "the 18th | 2026-11-18",
                "the 25th | 2026-11-25",
                "the fifteenth | 2026-12-15",
                "first of the month | 2026-12-01",
                "the 1st of next month | 2026-12-01",
                "Friday | 2026-11-20",
                "next Friday | 2026-11-27",
                "next Monday | 2026-11-23",
                "this Friday | 2026-11-20",
                "last Friday | 2026-11-13",
                "Wednesday | 2026-11-25",
                "today | 2026-11-18",
                "tomorrow noon | 2026-11-19",
                "yesterday | 2026-11-17",
                "end of month | 2026-11-30",
                "end of next month | 2026-12-31",
                "end of the week | 2026-11-20",
                "EOD | 2026-11-18",
                "end of the year | 2026-12-31",
                "in two weeks | 2026-12-02",
                "in 10 days | 2026-11-28",
                "in 3 business days | 2026-11-23",
                "a week from today | 2026-11-25",
                "two days ago | 2026-11-16"
            })
    void readsTheDate(String words, LocalDate date) {
        assertThat(DateFinder.date(words, WEDNESDAY)).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"ASAP", "13/45", "soon", "24/7", "08/2026", "the 45th", "February 30"})
    void readsNoDate(String words) {
        assertThat(DateFinder.date(words, WEDNESDAY)).isNull();
    }

    @Test
    void takesABareWeekdayForTheLastOneWhereItTellsOfThePast() {
        assertThat(DateFinder.date("Saturday", WEDNESDAY, true)).isEqualTo("2026-11-14");
        assertThat(DateFinder.date("the 25th", WEDNESDAY, true)).isEqualTo("2026-10-25");
    }
}

package org.throughline.staff.calendar;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a holiday is, written as {@code <day>: <name>}. The day is one of
 *
 * <ul>
 *   <li>{@code 12-24}, each year; {@code 02-29} only in leap years
 *   <li>{@code 2026-11-27}, once
 *   <li>{@code 4th Thu of Nov} or {@code last Mon of May}
 *   <li>{@code Easter}
 * </ul>
 *
 * followed, where wanted, by {@code + 1 day} or {@code - 47 days}, and by {@code observed}: on a Saturday it is kept on
 * the Friday before, on a Sunday on the Monday after.
 */
final class HolidayRule {

    private static final Pattern RULE = Pattern.compile("(?<day>.+?)"
            + "(?:\\s+(?<sign>[+-])\\s*(?<days>\\d{1,3})\\s+days?)?(?<observed>\\s+observed)?\\s*:\\s+(?<name>\\S.*)");
    private static final Pattern DATE = Pattern.compile("(?:(\\d{4})-)?(\\d{2})-(\\d{2})");
    private static final Pattern WEEKDAY =
            Pattern.compile("(1st|2nd|3rd|4th|last)\\s+([A-Za-z]{3,9})\\s+of\\s+([A-Za-z]{3,9})");
    private static final List<String> ORDINALS = List.of("last", "1st", "2nd", "3rd", "4th");
    private static final int LEAP_YEAR = 2024;

    private final String name;
    private final IntFunction<Optional<LocalDate>> day;

    private HolidayRule(String name, IntFunction<Optional<LocalDate>> day) {
        this.name = name;
        this.day = day;
    }

    /**
     * Reads the notation.
     *
     * @throws IllegalArgumentException with a sentence for the person who wrote it
     */
    static HolidayRule parse(String text) {
        Matcher rule = RULE.matcher(text.strip());
        if (!rule.matches()) {
            throw unreadable(text);
        }
        IntFunction<Optional<LocalDate>> base = base(rule.group("day"), text);
        @Nullable String days = rule.group("days");
        long shift = days == null ? 0 : Long.parseLong(rule.group("sign") + days);
        boolean observed = rule.group("observed") != null;
        return new HolidayRule(
                rule.group("name"),
                year -> base.apply(year)
                        .map(date -> date.plusDays(shift))
                        .map(date -> observed ? observed(date) : date));
    }

    String name() {
        return name;
    }

    /** The holiday of that year; observed, it may fall into the year before or after. Empty where the year has none. */
    Optional<LocalDate> in(int year) {
        return day.apply(year);
    }

    private static IntFunction<Optional<LocalDate>> base(String day, String text) {
        Matcher date = DATE.matcher(day);
        Matcher weekday = WEEKDAY.matcher(day);
        if (date.matches()) {
            return date(date, text);
        }
        if (weekday.matches()) {
            return weekday(weekday, text);
        }
        if (day.equalsIgnoreCase("Easter")) {
            return year -> Optional.of(easter(year));
        }
        throw unreadable(text);
    }

    private static IntFunction<Optional<LocalDate>> date(Matcher date, String text) {
        @Nullable String once = date.group(1);
        int month = Integer.parseInt(date.group(2));
        int day = Integer.parseInt(date.group(3));
        try {
            LocalDate known = LocalDate.of(once == null ? LEAP_YEAR : Integer.parseInt(once), month, day);
            if (once != null) {
                return year -> Optional.of(known).filter(only -> only.getYear() == year);
            }
        } catch (DateTimeException noSuchDay) {
            throw new IllegalArgumentException("\"" + text + "\" names a day that no calendar has.", noSuchDay);
        }
        return year -> month == 2 && day == 29 && !Year.isLeap(year)
                ? Optional.empty()
                : Optional.of(LocalDate.of(year, month, day));
    }

    private static IntFunction<Optional<LocalDate>> weekday(Matcher weekday, String text) {
        int ordinal = ORDINALS.indexOf(weekday.group(1));
        DayOfWeek day = named(DayOfWeek.values(), weekday.group(2), text);
        Month month = named(Month.values(), weekday.group(3), text);
        return year -> Optional.of(LocalDate.of(year, month, 1)
                .with(
                        ordinal == 0
                                ? TemporalAdjusters.lastInMonth(day)
                                : TemporalAdjusters.dayOfWeekInMonth(ordinal, day)));
    }

    private static <E extends Enum<E>> E named(E[] values, String text, String rule) {
        String start = text.toUpperCase(Locale.ROOT);
        return Arrays.stream(values)
                .filter(value -> value.name().startsWith(start))
                .findFirst()
                .orElseThrow(() -> unreadable(rule));
    }

    private static LocalDate observed(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> date.minusDays(1);
            case SUNDAY -> date.plusDays(1);
            default -> date;
        };
    }

    /** Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int century = year / 100;
        int moon = (19 * (year % 19) + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - moon - year % 100 % 4) % 7;
        int correction = (year % 19 + 11 * moon + 22 * weekday) / 451;
        int day = moon + weekday - 7 * correction + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }

    private static IllegalArgumentException unreadable(String text) {
        return new IllegalArgumentException("\"" + text + "\" is no holiday. Write it like 12-24: Christmas Eve, or "
                + "4th Thu of Nov + 1 day: Day after Thanksgiving, or 07-04 observed: Independence Day.");
    }
}

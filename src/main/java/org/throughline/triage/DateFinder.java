package org.throughline.triage;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a date as people write it, absolute or relative to the day the message came. */
final class DateFinder {

    private static final Map<String, Integer> MONTHS = Map.ofEntries(
            Map.entry("jan", 1),
            Map.entry("feb", 2),
            Map.entry("mar", 3),
            Map.entry("apr", 4),
            Map.entry("may", 5),
            Map.entry("jun", 6),
            Map.entry("jul", 7),
            Map.entry("aug", 8),
            Map.entry("sep", 9),
            Map.entry("oct", 10),
            Map.entry("nov", 11),
            Map.entry("dec", 12));
    private static final Map<String, DayOfWeek> DAYS = Map.of(
            "mon", DayOfWeek.MONDAY,
            "tue", DayOfWeek.TUESDAY,
            "wed", DayOfWeek.WEDNESDAY,
            "thu", DayOfWeek.THURSDAY,
            "fri", DayOfWeek.FRIDAY,
            "sat", DayOfWeek.SATURDAY,
            "sun", DayOfWeek.SUNDAY);

    /** A date in words, to be put after what introduces it. */
    static final String DATE = "(?:\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?"
            + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?"
            + "|(?:this |next |this coming )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\b"
            + "|today|tonight|eod|end of (?:the )?day|close of business|cob|tomorrow|asap|end of (?:the )?week|eow|(?:the )?end of (?:the )?month)";

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final Pattern SLASH = Pattern.compile("(\\d{1,2})/(\\d{1,2})(?:/(\\d{2,4}))?");
    private static final Pattern NAMED =
            Pattern.compile("([a-z]{3})[a-z]*\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?");

    private DateFinder() {}

    /** The date meant by the words, or null where they are none; "ASAP" is no date. */
    static @Nullable LocalDate date(String words, LocalDate today) {
        String text = words.toLowerCase(Locale.ROOT).strip();
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return of(iso.group(1), iso.group(2), iso.group(3), today);
        }
        Matcher slash = SLASH.matcher(text);
        if (slash.find()) {
            return of(slash.group(3), slash.group(1), slash.group(2), today);
        }
        Matcher named = NAMED.matcher(text);
        if (named.find() && MONTHS.containsKey(named.group(1))) {
            return of(named.group(3), String.valueOf(MONTHS.get(named.group(1))), named.group(2), today);
        }
        return relative(text, today);
    }

    private static @Nullable LocalDate relative(String text, LocalDate today) {
        if (text.matches(".*(today|tonight|eod|end of (the )?day|close of business|cob).*")) {
            return today;
        }
        if (text.contains("tomorrow")) {
            return today.plusDays(1);
        }
        if (text.matches(".*(end of (the )?week|eow).*")) {
            return today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
        }
        if (text.contains("end of")) {
            return today.with(TemporalAdjusters.lastDayOfMonth());
        }
        for (Map.Entry<String, DayOfWeek> day : DAYS.entrySet()) {
            if (text.matches("(this |next |this coming )?" + day.getKey() + "[a-z]*")) {
                LocalDate next = today.with(TemporalAdjusters.next(day.getValue()));
                boolean nextWeek = text.startsWith("next ")
                        && today.getDayOfWeek().getValue() < day.getValue().getValue();
                return nextWeek ? next.plusWeeks(1) : next;
            }
        }
        return null;
    }

    /** A date without a year is the next one, or the last one where that is less than half a year ago. */
    private static @Nullable LocalDate of(@Nullable String year, String month, String day, LocalDate today) {
        try {
            int number = year == null ? today.getYear() : Integer.parseInt(year);
            LocalDate date =
                    LocalDate.of(number < 100 ? 2000 + number : number, Integer.parseInt(month), Integer.parseInt(day));
            return year == null && date.isBefore(today.minusMonths(6)) ? date.plusYears(1) : date;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

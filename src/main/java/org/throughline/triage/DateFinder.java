package org.throughline.triage;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;

/** Reads a date as people write or say it, absolute or relative to the day the message came. */
final class DateFinder {

    private static final String MONTH = "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?"
            + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY_OF_MONTH = "(?:\\d{1,2}(?:st|nd|rd|th)?(?!\\d)|" + DateWords.ORDINAL + ")";
    private static final String WEEKDAY =
            "(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nes(?:day)?)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:ur(?:day)?)?|sun(?:day)?)";
    private static final String COUNT = "(?:\\d{1,3}|an?|" + DateWords.NUMBER + ")";
    private static final String SPAN = COUNT + "\\s+(?:business |working |calendar )?(?:days?|weeks?|months?)";
    private static final String NUMERIC =
            "\\d{4}-\\d{2}-\\d{2}|20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d)"
                    + "|\\d{1,2}[-.]\\d{1,2}[-.](?:\\d{4}|\\d{2})(?![\\d-])|\\d{1,2}/\\d{1,2}(?:/(?:\\d{4}|\\d{2}))?(?![\\d/])";
    private static final String NAMED = MONTH + "\\.?\\s+(?:the\\s+)?" + DAY_OF_MONTH + "(?:,?\\s+\\d{4})?"
            + "|(?:the\\s+)?" + DAY_OF_MONTH + "\\s+(?:of\\s+)?" + MONTH + "\\b(?:,?\\s+\\d{4})?"
            + "|(?:the\\s+)?(?:1st|first)\\s+of\\s+(?:the\\s+|next\\s+)?(?:next\\s+)?month"
            + "|the\\s+(?:\\d{1,2}(?:st|nd|rd|th)|" + DateWords.LATE_ORDINAL
            + ")(?!\\s+(?:floor|street|st\\b|ave|time))";
    private static final String RELATIVE =
            "today|tonight|tomorrow(?:\\s+(?:at\\s+)?(?:noon|morning|afternoon|night))?|yesterday"
                    + "|end of (?:the )?(?:business )?day|close of business|\\b(?:eod|cob|eow|eom)\\b"
                    + "|(?:the )?end of (?:the |this |next )?(?:week|month|year)"
                    + "|in\\s+" + SPAN + "|" + SPAN + "\\s+from\\s+(?:today|now)|" + SPAN + "\\s+ago";

    /** A date in words, to be put after what introduces it. */
    static final String DATE = "(?:" + NUMERIC + "|" + NAMED + "|(?:this coming |this |next |coming |last )?" + WEEKDAY
            + "\\b(?:,?\\s+(?:" + NUMERIC + "))?|" + RELATIVE + "|asap)";

    /** A date anywhere in a text: a weekday cut short counts only after a preposition. */
    static final QuickPattern ANYWHERE = QuickPattern.compile(
            "(?<![\\w/.-])(?:" + NUMERIC + "|" + NAMED
                    + "|(?:this coming |this |next |coming |last )" + WEEKDAY + "\\b"
                    + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?<=\\b(?:by|on|before|until|due|for)\\s)"
                    + WEEKDAY
                    + "\\b|" + RELATIVE + ")",
            Pattern.CASE_INSENSITIVE);

    private static final QuickPattern ISO =
            QuickPattern.compile("(\\d{4})-(\\d{2})-(\\d{2})|(20\\d{2})(\\d{2})(\\d{2})");
    private static final QuickPattern US =
            QuickPattern.compile("(\\d{1,2})[-./](\\d{1,2})(?:[-./](\\d{4}|\\d{2}))?(?![\\d/])");
    private static final QuickPattern MONTH_DAY =
            QuickPattern.compile("(" + MONTH + ")\\.?\\s+(?:the\\s+)?(" + DAY_OF_MONTH + ")(?:,?\\s+(\\d{4}))?");
    private static final QuickPattern DAY_MONTH =
            QuickPattern.compile("(" + DAY_OF_MONTH + ")\\s+(?:of\\s+)?(" + MONTH + ")\\b(?:,?\\s+(\\d{4}))?");
    private static final QuickPattern THE_DAY = QuickPattern.compile("the\\s+(" + DAY_OF_MONTH + ")");
    private static final QuickPattern IN_SPAN =
            QuickPattern.compile("(" + COUNT + ")\\s+(business |working |calendar )?(day|week|month)s?(\\s+ago)?");
    private static final QuickPattern DAY_NAME =
            QuickPattern.compile("(this coming |this |next |coming |last )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*");

    private DateFinder() {}

    /** The date meant by the words, or null where they are none; "ASAP" is no date. */
    static @Nullable LocalDate date(String words, LocalDate today) {
        return date(words, today, false);
    }

    /**
     * The date meant by the words.
     *
     * @param past true where the sentence tells of what has happened: a bare weekday is then the last one
     */
    static @Nullable LocalDate date(String words, LocalDate today, boolean past) {
        String text = words.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ");
        Matcher iso = ISO.matcher(text);
        if (iso.find()) {
            return iso.group(1) == null
                    ? of(iso.group(4), iso.group(5), iso.group(6), today)
                    : of(iso.group(1), iso.group(2), iso.group(3), today);
        }
        Matcher us = US.matcher(text);
        if (us.find()) {
            return of(us.group(3), us.group(1), us.group(2), today);
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        if (monthDay.find()) {
            return of(
                    monthDay.group(3), DateWords.month(monthDay.group(1)), DateWords.ordinal(monthDay.group(2)), today);
        }
        Matcher dayMonth = DAY_MONTH.matcher(text);
        if (dayMonth.find()) {
            return of(
                    dayMonth.group(3), DateWords.month(dayMonth.group(2)), DateWords.ordinal(dayMonth.group(1)), today);
        }
        return relative(text, today, past);
    }

    private static @Nullable LocalDate relative(String text, LocalDate today, boolean past) {
        if (text.matches("today|tonight|eod|cob|end of (the )?(business )?day|close of business")) {
            return today;
        }
        if (text.startsWith("tomorrow")) {
            return today.plusDays(1);
        }
        if (text.equals("yesterday")) {
            return today.minusDays(1);
        }
        if (text.matches(".*\\bof (the )?(next )?month") && text.matches("(the )?(1st|first).*")) {
            return today.with(TemporalAdjusters.firstDayOfNextMonth());
        }
        if (text.contains("end of") || text.equals("eow") || text.equals("eom")) {
            return end(text, today);
        }
        Matcher span = IN_SPAN.matcher(text);
        if (span.find()) {
            return span(span, today);
        }
        Matcher theDay = THE_DAY.matcher(text);
        if (theDay.matches()) {
            return dayOfMonth(Integer.parseInt(DateWords.ordinal(theDay.group(1))), today, past);
        }
        Matcher name = DAY_NAME.matcher(text);
        return name.matches() ? weekday(name.group(1), DateWords.day(name.group(2)), today, past) : null;
    }

    private static LocalDate end(String text, LocalDate today) {
        boolean next = text.contains("next ");
        if (text.contains("week") || text.equals("eow")) {
            LocalDate friday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY));
            return next ? friday.plusWeeks(1) : friday;
        }
        if (text.contains("year")) {
            return (next ? today.plusYears(1) : today).with(TemporalAdjusters.lastDayOfYear());
        }
        return (next ? today.plusMonths(1) : today).with(TemporalAdjusters.lastDayOfMonth());
    }

    private static @Nullable LocalDate span(Matcher span, LocalDate today) {
        long count = DateWords.count(span.group(1));
        long signed = span.group(4) == null ? count : -count;
        boolean workingDays = span.group(2) != null && !span.group(2).startsWith("calendar");
        return switch (span.group(3)) {
            case "week" -> today.plusWeeks(signed);
            case "month" -> today.plusMonths(signed);
            default -> workingDays && signed > 0 ? workingDays(today, signed) : today.plusDays(signed);
        };
    }

    private static LocalDate workingDays(LocalDate from, long count) {
        LocalDate day = from;
        for (long left = count; left > 0; ) {
            day = day.plusDays(1);
            left -= day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue() ? 1 : 0;
        }
        return day;
    }

    /** "The 15th" is the next 15th, today's included, or the last one in a sentence about the past. */
    private static @Nullable LocalDate dayOfMonth(int number, LocalDate today, boolean past) {
        if (number < 1 || number > 31) {
            return null;
        }
        LocalDate month = today.withDayOfMonth(1);
        if (past && number > today.getDayOfMonth()) {
            month = month.minusMonths(1);
        } else if (!past && number < today.getDayOfMonth()) {
            month = month.plusMonths(1);
        }
        return number > month.lengthOfMonth() ? null : month.withDayOfMonth(number);
    }

    private static LocalDate weekday(@Nullable String which, DayOfWeek day, LocalDate today, boolean past) {
        String prefix = which == null ? "" : which.strip();
        if (prefix.equals("last") || (past && prefix.isEmpty())) {
            return today.with(TemporalAdjusters.previous(day));
        }
        LocalDate next = today.with(TemporalAdjusters.next(day));
        boolean week = prefix.equals("next") && today.getDayOfWeek().getValue() < day.getValue();
        return week ? next.plusWeeks(1) : next;
    }

    /** A date without a year is the next one, or the last one where that is less than half a year ago. */
    private static @Nullable LocalDate of(@Nullable String year, String month, String day, LocalDate today) {
        try {
            int number = year == null ? today.getYear() : Integer.parseInt(year);
            boolean shortYear = year != null && year.length() == 2;
            LocalDate date =
                    LocalDate.of(shortYear ? 2000 + number : number, Integer.parseInt(month), Integer.parseInt(day));
            return year == null && date.isBefore(today.minusMonths(6)) ? date.plusYears(1) : date;
        } catch (DateTimeException e) {
            return null;
        }
    }
}

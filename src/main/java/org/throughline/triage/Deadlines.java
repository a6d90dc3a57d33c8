package org.throughline.triage;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.text.QuickPattern;

/** Finds by when something is needed, and the dates that others have set. */
final class Deadlines {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final QuickPattern NEEDED_BY = QuickPattern.compile(
            "(?:need(?:ed|s)?|want(?:ed)?|require[ds]?|due|deadline|have (?:it|this|that))(?:\\s+(?:it|this|that|them|one|a \\w+|the \\w+|to be \\w+|in hand|is|back))*\\s*(?:by|before|on|no later than|is|:|=)?\\s*(?:date)?\\s*[:=]?\\s*("
                    + DateFinder.DATE + ")|(?:\\bby|no later than|before)\\s+(" + DateFinder.DATE
                    + ")|\\bwithin\\s+(\\d{1,2})\\s+(?:business\\s+)?days",
            I);
    private static final QuickPattern URGENT_TODAY = QuickPattern.compile(
            "\\b(asap today|needed? (?:it |this )?(?:right )?(?:now|immediately)|right away|within the hour|this (?:morning|afternoon)|in an hour|immediately|by noon|by end of day)\\b",
            I);
    private static final QuickPattern HARD_DATE = QuickPattern.compile(
            "(?:cancel(?:l)?(?:ation|ed|s)?(?:\\s+\\w+){0,3}\\s*(?:effective|date|on|as of|eff)?|closing(?: date)?(?: is| on| scheduled for)?|close(?:s)? (?:on|escrow)|at closing|settlement(?: date)?(?: is| on)?|answer(?: is)? due|response (?:from insured )?(?:is )?(?:required|due)(?: by)?|required by|expires?(?: on)?|coverage ends|due(?: by| date)?|must be received by|hearing(?: on)?|court date)\\W{0,3}(?:12:01\\s*a\\.?m\\.?\\s*)?(?:on |by )?("
                    + DateFinder.DATE + ")",
            I);
    private static final QuickPattern WITHIN_DAYS = QuickPattern.compile(
            "within (\\d{1,2}) (?:business |calendar )?days(?:[^.\\n]{0,40}\\b(?:or|otherwise|policy|cancel))|\\b(?:you have|in) (\\d{1,2}) days (?:to|or)\\b",
            I);

    private Deadlines() {}

    static @Nullable LocalDate neededBy(String text, @Nullable LocalDate hard, LocalDate today) {
        if (URGENT_TODAY.matcher(text).find()) {
            return today;
        }
        Matcher matcher = NEEDED_BY.matcher(text);
        while (matcher.find()) {
            if (matcher.group(3) != null) {
                return today.plusDays(Long.parseLong(matcher.group(3)));
            }
            LocalDate date = DateFinder.date(matcher.group(1) == null ? matcher.group(2) : matcher.group(1), today);
            if (date != null && !date.isBefore(today) && !date.equals(hard)) {
                return date;
            }
        }
        return null;
    }

    static @Nullable LocalDate hardDate(String text, LocalDate today) {
        Matcher matcher = HARD_DATE.matcher(text);
        while (matcher.find()) {
            LocalDate date = DateFinder.date(matcher.group(1), today);
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        Matcher within = WITHIN_DAYS.matcher(text);
        if (within.find()) {
            return today.plusDays(Long.parseLong(within.group(1) == null ? within.group(2) : within.group(1)));
        }
        return null;
    }
}

package org.throughline.triage;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;

/** Numbers, days and months in words, as a voicemail's transcript has them. */
final class DateWords {

    private static final List<String> ORDINALS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
            "twenty first",
            "twenty second",
            "twenty third",
            "twenty fourth",
            "twenty fifth",
            "twenty sixth",
            "twenty seventh",
            "twenty eighth",
            "twenty ninth",
            "thirtieth",
            "thirty first");
    private static final List<String> NUMBERS =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    /** An ordinal in words, as part of a pattern. */
    static final String ORDINAL =
            "(?:(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
                    + "|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth"
                    + "|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)";

    /** An ordinal that by itself, after "the", means a day. */
    static final String LATE_ORDINAL =
            "(?:(?:twenty|thirty)[- ](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
                    + "|tenth|eleventh|twelfth|(?:thir|four|fif|six|seven|eigh|nine)teenth|twentieth|thirtieth)";

    /** A small number in words, as part of a pattern. */
    static final String NUMBER = "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)";

    private DateWords() {}

    /** Digits of "1st", "first" or "twenty-first"; "0" where it is none. */
    static String ordinal(String words) {
        String plain = words.toLowerCase(Locale.ROOT).replace('-', ' ');
        int place = ORDINALS.indexOf(plain);
        return place >= 0 ? String.valueOf(place + 1) : "0" + plain.replaceAll("\\D", "");
    }

    static String month(String words) {
        return String.valueOf(MONTHS.indexOf(words.substring(0, 3)) + 1);
    }

    static DayOfWeek day(String start) {
        return DayOfWeek.of(DAYS.indexOf(start) + 1);
    }

    static int count(String words) {
        int place = NUMBERS.indexOf(words);
        if (place >= 0) {
            return place + 1;
        }
        return words.startsWith("a") ? 1 : Integer.parseInt(words);
    }
}

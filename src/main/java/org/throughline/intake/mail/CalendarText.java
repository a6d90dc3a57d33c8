package org.throughline.intake.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An iCalendar object (RFC 5545) as a person would have it told. */
final class CalendarText {

    private static final Pattern METHOD = Pattern.compile("(?mi)^METHOD:\\s*([A-Z-]{1,30})");
    private static final Pattern PROPERTY =
            Pattern.compile("(?i)^(SUMMARY|DTSTART|DTEND|LOCATION|ORGANIZER|COMMENT|DESCRIPTION)((?:;[^:]*)?):(.*)$");
    private static final Map<String, String> LABELS = Map.of(
            "SUMMARY", "Subject",
            "DTSTART", "Begins",
            "DTEND", "Ends",
            "LOCATION", "Place",
            "ORGANIZER", "Organizer",
            "COMMENT", "Comment");
    private static final Set<String> METHODS =
            Set.of("REQUEST", "CANCEL", "REPLY", "PUBLISH", "COUNTER", "DECLINECOUNTER", "REFRESH", "ADD");

    private CalendarText() {}

    /** What is asked, such as {@code REQUEST}, {@code CANCEL} or {@code REPLY}; {@code PUBLISH} where it does not say. */
    static String method(String calendar) {
        Matcher method = METHOD.matcher(calendar);
        String found = method.find() ? method.group(1).toUpperCase(Locale.ROOT) : "PUBLISH";
        return METHODS.contains(found) ? found : "PUBLISH";
    }

    static String of(String calendar) {
        List<String> told = new ArrayList<>();
        String description = "";
        boolean inEvent = false;
        for (String line :
                calendar.replaceAll("\r?\n[ \t]", "").lines().limit(5000).toList()) {
            inEvent |= line.regionMatches(true, 0, "BEGIN:VEVENT", 0, 12)
                    || line.regionMatches(true, 0, "BEGIN:VTODO", 0, 11);
            inEvent &= !line.regionMatches(true, 0, "BEGIN:VALARM", 0, 12);
            Matcher property = PROPERTY.matcher(line);
            if (!inEvent || !property.matches()) {
                continue;
            }
            String name = property.group(1).toUpperCase(Locale.ROOT);
            String value = unescaped(property.group(3)).strip();
            String label = LABELS.get(name);
            if (label == null) {
                description = value;
            } else if (!value.isEmpty()) {
                told.add(label + ": " + value);
            }
        }
        return (String.join("\n", told) + "\n\n" + description).strip();
    }

    private static String unescaped(String value) {
        return value.replace("\\n", "\n")
                .replace("\\N", "\n")
                .replace("\\,", ",")
                .replace("\\;", ";")
                .replace("\\\\", "\\");
    }
}

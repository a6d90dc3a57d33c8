package org.throughline.staff.roster;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.WorkingHours;

/** Reads the fields of an entry, and keeps what is wrong with each. A field that is wrong reads as null. */
final class Entries {

    private static final DateTimeFormatter US_DATE =
            DateTimeFormatter.ofPattern("M/d/uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    private static final Set<String> YES = Set.of("true", "yes");
    private static final Set<String> NO = Set.of("false", "no");

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }

    static String clean(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** A text that must be there, begins with a letter or digit and has no line breaks or other control characters. */
    @Nullable
    String text(String field, @Nullable String value, int longest) {
        String text = clean(value);
        if (text.isEmpty()) {
            fault(field, "Is missing.");
        } else if (text.length() > longest) {
            fault(field, "Has " + text.length() + " characters; shorten it to " + longest + ".");
        } else if (!Character.isLetterOrDigit(text.codePointAt(0))) {
            fault(field, "Begin it with a letter or a digit.");
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            fault(field, "Write it on one line, without tabs or other control characters.");
        } else {
            return text;
        }
        return null;
    }

    /** A text of a certain shape that must be there. */
    @Nullable
    String shaped(String field, @Nullable String value, int longest, Pattern shape, String advice) {
        @Nullable String text = text(field, value, longest);
        if (text == null || shape.matcher(text).matches()) {
            return text;
        }
        fault(field, quoted(text) + " cannot be used. " + advice);
        return null;
    }

    /** One of several words, in any case; answers it as it stands in the list. */
    @Nullable
    String oneOf(String field, @Nullable String value, Collection<String> allowed) {
        String text = clean(value);
        for (String one : allowed) {
            if (one.equalsIgnoreCase(text)) {
                return one;
            }
        }
        fault(
                field,
                (text.isEmpty() ? "Is missing" : quoted(text) + " is not known") + ". Use " + listed(allowed) + ".");
        return null;
    }

    /** Several of several words, each once. */
    List<String> someOf(String field, @Nullable List<String> values, Collection<String> allowed) {
        List<String> read = new ArrayList<>();
        for (String value : texts(values)) {
            @Nullable String one = oneOf(field, value, allowed);
            if (one != null && !read.contains(one)) {
                read.add(one);
            }
        }
        return read;
    }

    static List<String> texts(@Nullable List<String> values) {
        return values == null
                ? List.of()
                : values.stream()
                        .map(Entries::clean)
                        .filter(text -> !text.isEmpty())
                        .toList();
    }

    @Nullable
    Integer number(String field, @Nullable String value, int least, int most) {
        String text = clean(value);
        try {
            int number = Integer.parseInt(text);
            if (least <= number && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Answered like a number out of range.
        }
        fault(
                field,
                (text.isEmpty() ? "Is missing" : quoted(text) + " is no number that fits")
                        + ". Use a whole number from " + least + " to " + most + ".");
        return null;
    }

    @Nullable
    Boolean flag(String field, @Nullable String value) {
        String text = clean(value).toLowerCase(Locale.ROOT);
        if (YES.contains(text)) {
            return true;
        }
        if (NO.contains(text)) {
            return false;
        }
        fault(
                field,
                (text.isEmpty() ? "Is missing" : quoted(text) + " is neither yes nor no") + ". Use true or false.");
        return null;
    }

    @Nullable
    LocalDate date(String field, @Nullable String value) {
        String text = clean(value);
        if (text.isEmpty()) {
            fault(field, "Is missing. Write the date like 2026-11-23.");
            return null;
        }
        try {
            return text.indexOf('/') >= 0 ? LocalDate.parse(text, US_DATE) : LocalDate.parse(text);
        } catch (DateTimeParseException noDate) {
            fault(field, quoted(text) + " is no date. Write it like 2026-11-23 or 11/23/2026.");
            return null;
        }
    }

    @Nullable
    ZoneId zone(String field, @Nullable String value) {
        String text = clean(value);
        if (text.isEmpty()) {
            fault(field, "Is missing. Write the time zone like America/Chicago.");
            return null;
        }
        try {
            ZoneId zone = ZoneId.of(text);
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return zone;
            }
        } catch (DateTimeException noZone) {
            // Answered like an offset, which knows nothing of daylight saving.
        }
        fault(field, quoted(text) + " is no time zone. Write it like America/Chicago.");
        return null;
    }

    @Nullable
    WorkingHours hours(String field, @Nullable String value) {
        try {
            return WorkingHours.parse(clean(value));
        } catch (IllegalArgumentException wrong) {
            fault(field, String.valueOf(wrong.getMessage()));
            return null;
        }
    }

    static String quoted(String text) {
        return '"' + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + '"';
    }

    private static String listed(Collection<String> words) {
        return words.size() > 15
                ? words.stream().limit(3).toList() + " or another of its kind"
                : String.join(", ", words);
    }
}

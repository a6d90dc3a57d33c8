package org.throughline.servicing.submission;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.throughline.carrier.Change;
import org.throughline.carrier.Change.Action;
import org.throughline.carrier.Change.Subject;

/**
 * Changes of a policy as people write and read them, one a line: {@code Add additional insured: Gulfton Apartments LP;
 * form = CG 20 10; edition = 04 13}.
 */
public final class ChangeLines {

    private static final Pattern LINE = Pattern.compile("(?i)(add|change|remove)\\s+([a-z ]+?)\\s*:\\s*([^;]+)(;.*)?");
    private static final Pattern VALUE = Pattern.compile("([A-Za-z ]+?)\\s*=\\s*(.+)");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private ChangeLines() {}

    /** A line that says no change, and what to do. */
    public static final class Unreadable extends IllegalArgumentException {

        Unreadable(String message) {
            super(message);
        }
    }

    /**
     * Reads the lines; empty ones are passed over.
     *
     * @throws Unreadable names the first line that cannot be read, and how one is written
     */
    public static List<Change> parse(String text) {
        List<Change> changes = new ArrayList<>();
        for (String each : text.split("\\R", -1)) {
            String line = each.strip();
            if (!line.isEmpty()) {
                changes.add(change(line));
            }
        }
        return changes;
    }

    private static Change change(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw unreadable(line, "write what happens, to what, a colon and its name");
        }
        Action action = Action.valueOf(parts.group(1).toUpperCase(Locale.ROOT));
        String rest = parts.group(4) == null ? "" : parts.group(4);
        return new Change(action, subject(line, parts.group(2)), parts.group(3).strip(), values(line, rest));
    }

    private static Subject subject(String line, String words) {
        String name = words.strip().toUpperCase(Locale.ROOT).replaceAll("\\s+", "_");
        return Arrays.stream(Subject.values())
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unreadable(
                        line,
                        "\"" + words.strip() + "\" is none of "
                                + Arrays.stream(Subject.values())
                                        .map(ChangeLines::words)
                                        .collect(Collectors.joining(", "))));
    }

    private static Map<String, String> values(String line, String text) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String part : text.split(";", -1)) {
            String said = part.strip();
            if (said.isEmpty()) {
                continue;
            }
            Matcher value = VALUE.matcher(said);
            if (!value.matches()) {
                throw unreadable(line, "write \"" + said + "\" as name = value");
            }
            values.put(key(value.group(1)), value.group(2).strip());
        }
        return values;
    }

    private static Unreadable unreadable(String line, String how) {
        return new Unreadable("\"" + line + "\" cannot be read: " + how
                + ". For example: Add additional insured: Gulfton Apartments LP; form = CG 20 10");
    }

    /** The lines of some changes, values in the order of their names. */
    public static String write(List<Change> changes) {
        return changes.stream().map(ChangeLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(Change change) {
        String action = change.action().name();
        String head = action.charAt(0) + action.substring(1).toLowerCase(Locale.ROOT) + " " + words(change.subject())
                + ": " + plain(change.name());
        return new TreeMap<>(change.values())
                .entrySet().stream()
                        .map(value -> "; " + spoken(value.getKey()) + " = " + plain(value.getValue()))
                        .collect(Collectors.joining("", head, ""));
    }

    /** A semicolon or a line break inside a value would begin another. */
    private static String plain(String value) {
        return value.replaceAll("\\s*[;\\r\\n]+\\s*", ", ").strip();
    }

    private static String words(Subject subject) {
        return subject.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code loanNumber} as "loan number". */
    private static String spoken(String key) {
        return CAPITAL.splitAsStream(key)
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    /** "Loan number" as {@code loanNumber}. */
    private static String key(String spoken) {
        String[] words = spoken.strip().split("\\s+", -1);
        StringBuilder key = new StringBuilder(words.length == 1 ? first(words[0]) : words[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            key.append(words[i].substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(words[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return key.toString();
    }

    private static String first(String word) {
        return word.substring(0, 1).toLowerCase(Locale.ROOT) + word.substring(1);
    }
}

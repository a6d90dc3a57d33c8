package org.throughline.carrier.download;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policy numbers as carriers write them: with or without hyphens, in any case, filled up with zeros, with a module or term
 * number behind.
 */
public final class PolicyNumbers {

    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SEPARATED_MODULE = Pattern.compile("(.*\\d{5,})[\\s/.-]+\\d{1,3}\\s*");
    private static final Pattern ATTACHED_MODULE = Pattern.compile("(.*\\d{6,})\\d{2}");
    private static final int MOST_ZEROS = 4;

    private PolicyNumbers() {}

    /** How near two numbers are to each other. */
    public enum Likeness {
        /** The same, also in hyphens and case. */
        SAME,
        /** The same but for hyphens, spaces, case or zeros in front of digits. */
        FORMAT,
        /** The same but for a module or term number behind. */
        MODULE,
        DIFFERENT
    }

    /** Capitals and digits only: what is compared, and what numbers are looked up by. */
    public static String key(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    public static Likeness likeness(String one, String other) {
        if (key(one).isEmpty() || key(other).isEmpty()) {
            return Likeness.DIFFERENT;
        }
        if (one.strip().equals(other.strip())) {
            return Likeness.SAME;
        }
        if (bare(one).equals(bare(other))) {
            return Likeness.FORMAT;
        }
        boolean module = withoutModule(one).stream().anyMatch(each -> bare(each).equals(bare(other)))
                || withoutModule(other).stream().anyMatch(each -> bare(each).equals(bare(one)));
        return module ? Likeness.MODULE : Likeness.DIFFERENT;
    }

    /** Keys under which the same policy may stand elsewhere, the likeliest first. */
    public static List<String> keys(String number) {
        Set<String> keys = new LinkedHashSet<>();
        addWithZeros(keys, number);
        withoutModule(number).forEach(each -> addWithZeros(keys, each));
        return List.copyOf(keys);
    }

    /** The key, then without zeros in front of digits, then with some in front of the last digits or of it all. */
    private static void addWithZeros(Set<String> keys, String number) {
        String bare = bare(number);
        if (bare.isEmpty()) {
            return;
        }
        keys.add(key(number));
        keys.add(bare);
        Matcher last = DIGITS.matcher(bare);
        List<MatchResult> runs = last.results().toList();
        if (!runs.isEmpty()) {
            int at = runs.get(runs.size() - 1).start();
            for (int zeros = 1; zeros <= MOST_ZEROS; zeros++) {
                keys.add(bare.substring(0, at) + "0".repeat(zeros) + bare.substring(at));
            }
        }
        keys.add("0" + bare);
    }

    private static List<String> withoutModule(String number) {
        Matcher separated = SEPARATED_MODULE.matcher(number);
        if (separated.matches()) {
            return List.of(separated.group(1));
        }
        Matcher attached = ATTACHED_MODULE.matcher(key(number));
        return attached.matches() ? List.of(attached.group(1)) : List.of();
    }

    private static String bare(String number) {
        return DIGITS.matcher(key(number))
                .replaceAll(run -> run.group().replaceFirst("^0+(?=\\d)", ""))
                .replaceFirst("^0+(?=.)", "");
    }
}

package org.throughline.ams.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How things are normalized before they are compared. */
final class LookupKeys {

    private static final Pattern SUFFIX = Pattern.compile(
            "(?: (?:llc|l l c|inc|incorporated|corp|corporation|co|company|ltd|limited|lp|llp|pc|p c|pllc))+$");
    private static final int PHONE_DIGITS = 10;
    private static final int SHORTEST_NAME = 4;

    private LookupKeys() {}

    static String email(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }

    /** The last ten digits: country codes are written or not. */
    static String phone(String number) {
        String digits = number.replaceAll("\\D", "");
        return digits.length() <= PHONE_DIGITS ? digits : digits.substring(digits.length() - PHONE_DIGITS);
    }

    static String policy(String number) {
        return number.replaceAll("[^\\p{Alnum}]", "").toUpperCase(Locale.ROOT);
    }

    /** Lower-case words with one space between; {@code &} reads "and", apostrophes vanish. */
    static String words(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replaceAll("['\u2019`]", "")
                .replace("&", " and ")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip();
    }

    /**
     * The ways a client's name is written in a text: in full, without the legal form, either side of "dba", and each
     * person of a household.
     */
    static Set<String> names(String name, boolean commercial) {
        List<String> parts = new ArrayList<>();
        parts.add(name);
        cut(name, "(?i)\\s+d/?b/?a\\s+", parts);
        if (!commercial) {
            cut(name, "(?i)\\s+(?:and|&)\\s+", parts);
        }
        Set<String> names = new LinkedHashSet<>();
        for (String part : parts) {
            String full = words(part);
            String bare = SUFFIX.matcher(full).replaceFirst("");
            if (full.length() >= SHORTEST_NAME) {
                names.add(full);
            }
            if (bare.length() >= SHORTEST_NAME) {
                names.add(bare);
            }
        }
        return names;
    }

    private static void cut(String name, String separator, List<String> parts) {
        List<String> sides = Pattern.compile(separator).splitAsStream(name).toList();
        if (sides.size() > 1) {
            parts.addAll(sides);
        }
    }
}

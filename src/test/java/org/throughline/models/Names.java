package org.throughline.models;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How labels become ids: "Write to AMS" is {@code WriteToAms}, "2 days passed" is {@code TwoDaysPassed}. */
final class Names {

    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9]+");
    private static final Map<String, String> NUMBERS = Map.of(
            "1", "One", "2", "Two", "3", "Three", "4", "Four", "5", "Five", "6", "Six", "7", "Seven", "8", "Eight", "9",
            "Nine", "10", "Ten");

    private Names() {}

    /** The ways a label may be written in an id: numbers as digits or, up to ten, in words. */
    static Set<String> pascalCase(String label) {
        StringBuilder digits = new StringBuilder();
        StringBuilder words = new StringBuilder();
        Matcher word = WORD.matcher(label.replaceAll("['’]", ""));
        while (word.find()) {
            String text = word.group();
            boolean acronym = text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
            String cased = text.substring(0, 1).toUpperCase(Locale.ROOT)
                    + (acronym ? text.substring(1).toLowerCase(Locale.ROOT) : text.substring(1));
            digits.append(cased);
            words.append(NUMBERS.getOrDefault(text, cased));
        }
        return words.toString().contentEquals(digits)
                ? Set.of(words.toString())
                : Set.of(digits.toString(), words.toString());
    }

    static String lowerFirst(String name) {
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }
}

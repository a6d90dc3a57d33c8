package org.throughline.servicing.certificate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * House numbers and street, enough to tell whether two people mean the same building. A range such as {@code 701-705}
 * runs upwards; a hyphen that does not, as in {@code 58-22 Maspeth Ave}, is part of one number.
 *
 * @param number the house number as written
 * @param first first house number, {@code last} the last; the same for a single house
 * @param street the street's own word, without direction
 */
record StreetAddress(String number, long first, long last, String street) {

    private static final Pattern WRITTEN = Pattern.compile(
            "(?<![\\w-])(\\d{1,6})(?:\\s*-\\s*(\\d{1,6}))?\\s+(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\\.?\\s+)?"
                    + "([\\p{L}\\d][\\p{L}\\d'.]*)",
            Pattern.CASE_INSENSITIVE);

    /** The addresses in a text, in its order. */
    static List<StreetAddress> in(String text) {
        List<StreetAddress> found = new ArrayList<>();
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            long first = Long.parseLong(written.group(1));
            long last = written.group(2) == null ? first : Long.parseLong(written.group(2));
            String number = written.group(2) == null ? written.group(1) : written.group(1) + "-" + written.group(2);
            String street = written.group(3).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]", "");
            found.add(new StreetAddress(number, first, last, street));
        }
        return found;
    }

    boolean contains(StreetAddress other) {
        if (!street.equals(other.street)) {
            return false;
        }
        boolean ranges = last >= first && other.last >= other.first;
        return ranges ? first <= other.first && other.last <= last : number.equals(other.number);
    }
}

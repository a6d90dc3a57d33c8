package org.throughline.carrier;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** United States postal addresses without the ways of writing them: case, punctuation and the usual abbreviations. */
final class PostalAddresses {

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("STREET", "ST"),
            Map.entry("STR", "ST"),
            Map.entry("AVENUE", "AVE"),
            Map.entry("AV", "AVE"),
            Map.entry("BOULEVARD", "BLVD"),
            Map.entry("ROAD", "RD"),
            Map.entry("DRIVE", "DR"),
            Map.entry("LANE", "LN"),
            Map.entry("COURT", "CT"),
            Map.entry("CIRCLE", "CIR"),
            Map.entry("PLACE", "PL"),
            Map.entry("PARKWAY", "PKWY"),
            Map.entry("HIGHWAY", "HWY"),
            Map.entry("TERRACE", "TER"),
            Map.entry("TRAIL", "TRL"),
            Map.entry("SQUARE", "SQ"),
            Map.entry("NORTH", "N"),
            Map.entry("SOUTH", "S"),
            Map.entry("EAST", "E"),
            Map.entry("WEST", "W"),
            Map.entry("NORTHEAST", "NE"),
            Map.entry("NORTHWEST", "NW"),
            Map.entry("SOUTHEAST", "SE"),
            Map.entry("SOUTHWEST", "SW"),
            Map.entry("SUITE", "#"),
            Map.entry("STE", "#"),
            Map.entry("UNIT", "#"),
            Map.entry("APARTMENT", "#"),
            Map.entry("APT", "#"),
            Map.entry("ROOM", "#"),
            Map.entry("SAINT", "ST"),
            Map.entry("MOUNT", "MT"),
            Map.entry("FORT", "FT"));

    private static final int ZIP = 5;

    private PostalAddresses() {}

    /** Line with house number and street, with the unit behind it however it is named. */
    static String street(String text) {
        return plain(text.toUpperCase(Locale.ROOT)
                        .replaceAll("\\bP\\.?\\s*O\\.?\\s*BOX\\b", "POBOX")
                        .replace("#", " # "))
                .replaceAll("(# )+", "# ")
                .strip();
    }

    static String city(String text) {
        return plain(text);
    }

    /** The same where five digits are, unless both say the four behind them and differ. */
    static boolean samePostalCode(String one, String other) {
        String a = one.replaceAll("\\D", "");
        String b = other.replaceAll("\\D", "");
        boolean oneIsShort = a.length() >= ZIP && b.length() >= ZIP && (a.length() == ZIP || b.length() == ZIP);
        return oneIsShort ? a.substring(0, ZIP).equals(b.substring(0, ZIP)) : a.equals(b);
    }

    private static String plain(String text) {
        String letters = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replaceAll("(?<=\\d)(ST|ND|RD|TH)\\b", "")
                .replaceAll("['.\u2019]", "")
                .replaceAll("[^A-Z0-9#]+", " ")
                .strip();
        return Stream.of(letters.split(" ", -1))
                .map(word -> SHORT.getOrDefault(word, word))
                .collect(Collectors.joining(" "));
    }
}

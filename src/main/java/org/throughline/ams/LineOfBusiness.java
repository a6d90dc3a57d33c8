package org.throughline.ams;

import java.util.Locale;
import java.util.Map;

/** The names that vendors give lines of business and our codes for them. */
public final class LineOfBusiness {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("general liability", "GL"),
            Map.entry("commercial general liability", "GL"),
            Map.entry("commercial auto", "AUTO"),
            Map.entry("business auto", "AUTO"),
            Map.entry("automobile liability", "AUTO"),
            Map.entry("umbrella", "UMBRELLA"),
            Map.entry("commercial umbrella", "UMBRELLA"),
            Map.entry("excess liability", "UMBRELLA"),
            Map.entry("workers compensation", "WC"),
            Map.entry("commercial property", "PROPERTY"),
            Map.entry("property", "PROPERTY"),
            Map.entry("business owners", "BOP"),
            Map.entry("motor truck cargo", "CARGO"),
            Map.entry("directors and officers", "DO"),
            Map.entry("professional liability", "EO"),
            Map.entry("homeowners", "HOME"),
            Map.entry("personal auto", "PERSONAL_AUTO"),
            Map.entry("personal umbrella", "PERSONAL_UMBRELLA"));

    private LineOfBusiness() {}

    /** True for a code of ours. */
    public static boolean isCode(String code) {
        return CODES.containsValue(code);
    }

    /** Our code, or the vendor's name in capitals where we have none for it. */
    public static String code(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace("'", "");
        return CODES.getOrDefault(plain, plain.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_"));
    }
}

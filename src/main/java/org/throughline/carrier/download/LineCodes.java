package org.throughline.carrier.download;

import java.util.Locale;
import java.util.Map;

/**
 * Our line codes for the codes that carriers send. Certainty: ACORD's list is licensed; these are the codes that agency
 * systems' help pages and carriers' guides show, to be checked against a licensed copy.
 */
public final class LineCodes {

    /** A policy of several lines; it says nothing about which. */
    public static final String PACKAGE = "PACKAGE";

    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("CGL", "GL"),
            Map.entry("GL", "GL"),
            Map.entry("AUTOB", "AUTO"),
            Map.entry("CAUTO", "AUTO"),
            Map.entry("AUTOP", "PERSONAL_AUTO"),
            Map.entry("PAUTO", "PERSONAL_AUTO"),
            Map.entry("HOME", "HOME"),
            Map.entry("PHOME", "HOME"),
            Map.entry("UMBRC", "UMBRELLA"),
            Map.entry("EXLIA", "UMBRELLA"),
            Map.entry("UMBRP", "PERSONAL_UMBRELLA"),
            Map.entry("PUMBR", "PERSONAL_UMBRELLA"),
            Map.entry("WORK", "WC"),
            Map.entry("WORKV", "WC"),
            Map.entry("WCMA", "WC"),
            Map.entry("PROPC", "PROPERTY"),
            Map.entry("PROP", "PROPERTY"),
            Map.entry("BOP", "BOP"),
            Map.entry("BOPPR", "BOP"),
            Map.entry("MTRTK", "CARGO"),
            Map.entry("DO", "DO"),
            Map.entry("EO", "EO"),
            Map.entry("CPKGE", PACKAGE),
            Map.entry("PPKGE", PACKAGE));

    private LineCodes() {}

    /** Our code, or the carrier's own in capitals where we have none for it; empty for an empty one. */
    public static String ours(String code) {
        String plain = code.strip().toUpperCase(Locale.ROOT);
        return OURS.getOrDefault(plain, plain);
    }
}

package org.throughline.servicing.certificate.model;

import java.util.List;
import java.util.Map;

/** The lines of insurance that certificates show, and how they are named for people. */
public final class Lines {

    /** What a certificate shows when nobody names lines, in this order. */
    public static final List<String> STANDARD = List.of("GL", "AUTO", "UMBRELLA", "WC");

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("GL", "Commercial general liability"),
            Map.entry("AUTO", "Automobile liability"),
            Map.entry("UMBRELLA", "Umbrella liability"),
            Map.entry("WC", "Workers compensation and employers liability"),
            Map.entry("EO", "Errors and omissions liability"),
            Map.entry("DO", "Directors and officers liability"),
            Map.entry("CARGO", "Motor truck cargo"),
            Map.entry("PROPERTY", "Property"),
            Map.entry("HOME", "Homeowners"));

    private Lines() {}

    public static String title(String line) {
        return TITLES.getOrDefault(line, line);
    }
}

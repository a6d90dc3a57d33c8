package org.throughline.sandbox.carrier.rest;

import java.util.Map;

/** Lines of business as the carriers' product definitions name them. */
final class ProductLines {

    private static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("GL", "GLLine"),
            Map.entry("AUTO", "BusinessAutoLine"),
            Map.entry("PERSONAL_AUTO", "PersonalAutoLine"),
            Map.entry("HOME", "HomeownersLine"),
            Map.entry("WC", "WorkersCompLine"),
            Map.entry("UMBRELLA", "UmbrellaLine"),
            Map.entry("PERSONAL_UMBRELLA", "PersonalUmbrellaLine"),
            Map.entry("PROPERTY", "CPLine"),
            Map.entry("BOP", "BOPLine"),
            Map.entry("CARGO", "IMLine"),
            Map.entry("EO", "ProfessionalLine"),
            Map.entry("DO", "DirectorsOfficersLine"));

    private ProductLines() {}

    static String id(String line) {
        return LINES.getOrDefault(line, line + "Line");
    }
}

package org.throughline.ams.ezlynx;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines of business: ACORD's codes, of which {@code HOME} is seen at EZLynx and the others are assumed, and the names
 * that people use.
 */
final class EzLynxLines {

    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("CGL", "GL"),
            Map.entry("GENERAL_LIABILITY", "GL"),
            Map.entry("AUTOB", "AUTO"),
            Map.entry("COMMERCIAL_AUTO", "AUTO"),
            Map.entry("UMBRC", "UMBRELLA"),
            Map.entry("EXLIA", "UMBRELLA"),
            Map.entry("COMMERCIAL_UMBRELLA", "UMBRELLA"),
            Map.entry("WORK", "WC"),
            Map.entry("WORKERS_COMPENSATION", "WC"),
            Map.entry("PROPC", "PROPERTY"),
            Map.entry("COMMERCIAL_PROPERTY", "PROPERTY"),
            Map.entry("BUSINESSOWNERS", "BOP"),
            Map.entry("MTRTK", "CARGO"),
            Map.entry("MOTOR_TRUCK_CARGO", "CARGO"),
            Map.entry("D_O", "DO"),
            Map.entry("E_O", "EO"),
            Map.entry("PL", "EO"),
            Map.entry("HOMEOWNERS", "HOME"),
            Map.entry("AUTOP", "PERSONAL_AUTO"),
            Map.entry("UMBRP", "PERSONAL_UMBRELLA"),
            Map.entry("PUMBR", "PERSONAL_UMBRELLA"));

    private EzLynxLines() {}

    /** Our code, or the vendor's word in capitals where we have none for it; empty where there is none. */
    static String code(@Nullable String lob) {
        if (lob == null) {
            return "";
        }
        String plain = lob.strip().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return CODES.getOrDefault(plain, plain);
    }
}

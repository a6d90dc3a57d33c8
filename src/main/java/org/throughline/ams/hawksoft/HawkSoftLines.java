package org.throughline.ams.hawksoft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.throughline.ams.LineOfBusiness;
import org.throughline.ams.hawksoft.HawkSoftWire.Line;

/** Our line codes for the vendor's lines of business: by the industry's code where we know it, else by name. */
final class HawkSoftLines {

    /** {@code AUTOP} is seen in a client's sample, the others are the industry's codes and assumed. */
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("CGL", "GL"),
            Map.entry("AUTOB", "AUTO"),
            Map.entry("UMBRC", "UMBRELLA"),
            Map.entry("WORK", "WC"),
            Map.entry("PROPC", "PROPERTY"),
            Map.entry("BOP", "BOP"),
            Map.entry("HOME", "HOME"),
            Map.entry("AUTOP", "PERSONAL_AUTO"),
            Map.entry("UMBRP", "PERSONAL_UMBRELLA"));

    private HawkSoftLines() {}

    static List<String> codes(List<Line> lines) {
        return lines.stream()
                .map(HawkSoftLines::code)
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static String code(Line line) {
        String theirs = HawkSoftText.text(line.code()).toUpperCase(Locale.ROOT);
        String known = CODES.get(theirs);
        if (known != null) {
            return known;
        }
        return LineOfBusiness.code(HawkSoftText.first(line.name(), line.code()));
    }
}

package org.throughline.triage;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.platform.text.QuickPattern;

/** Reads which vehicle is meant: year, make and model in words or in fields; a model alone gets its make. */
final class Vehicles {

    private static final int I = Pattern.CASE_INSENSITIVE;
    private static final String MAKE =
            "(?:Acura|Audi|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Dodge|Fiat|Ford|Freightliner|Genesis|GMC"
                    + "|Honda|Hyundai|Infiniti|International|Isuzu|Jaguar|Jeep|Kenworth|Kia|Land Rover|Lexus|Lincoln|Lucid|Mack|Mazda"
                    + "|Mercedes(?:-Benz)?|Mini|Mitsubishi|Nissan|Peterbilt|Polestar|Porsche|Ram|Rivian|Saturn|Scion|Subaru|Tesla"
                    + "|Toyota|Volkswagen|VW|Volvo)";
    private static final Map<String, String> MODELS = Map.ofEntries(
            Map.entry("Honda", "civic accord cr-v crv pilot odyssey fit hr-v ridgeline passport"),
            Map.entry("Toyota", "camry corolla rav4 highlander tacoma tundra prius sienna 4runner sequoia avalon"),
            Map.entry(
                    "Ford",
                    "f-150 f150 f-250 f250 f-350 explorer escape mustang edge expedition bronco transit ranger maverick"),
            Map.entry(
                    "Chevrolet",
                    "silverado equinox tahoe malibu suburban traverse impala colorado trax blazer camaro corvette"),
            Map.entry("Subaru", "outback forester crosstrek impreza legacy ascent wrx"),
            Map.entry("Nissan", "altima rogue sentra pathfinder frontier murano maxima versa titan leaf armada"),
            Map.entry("Jeep", "wrangler cherokee compass gladiator renegade"),
            Map.entry("Hyundai", "elantra sonata tucson palisade kona ioniq"),
            Map.entry("Kia", "telluride sorento sportage soul forte seltos carnival"),
            Map.entry("Dodge", "charger challenger durango caravan"),
            Map.entry("Volkswagen", "jetta passat tiguan atlas golf"),
            Map.entry("GMC", "sierra yukon acadia terrain"));
    private static final QuickPattern FIELDS = QuickPattern.compile(
            "\\byear\\s*[:=]\\s*(\\d{4})\\W+make\\s*[:=]\\s*([\\w-]+)\\W+model\\s*[:=]\\s*([\\w-]+)", I);
    private static final QuickPattern YEAR_NAME =
            QuickPattern.compile("\\b((?:19[6-9]|20[0-4])\\d)\\s+(?:(" + MAKE + ")\\s+)?([A-Za-z0-9][\\w-]{1,15})", I);
    private static final QuickPattern MAKE_MODEL =
            QuickPattern.compile("\\b(" + MAKE + ")\\s+(?-i:([A-Z][\\w-]{1,15}|[a-z]{1,2}-?\\d+))");
    private static final QuickPattern THE_MAKE =
            QuickPattern.compile("\\b(?:the|my|our|his|her|a|new)\\s+(" + MAKE + ")\\b", I);

    private Vehicles() {}

    static Optional<String> find(String text) {
        Matcher fields = FIELDS.matcher(text);
        if (fields.find()) {
            return Optional.of(fields.group(1) + " " + fields.group(2) + " " + fields.group(3));
        }
        Matcher named = YEAR_NAME.matcher(text);
        while (named.find()) {
            String make = named.group(2) == null ? makeOf(named.group(3)) : named.group(2);
            if (!make.isEmpty()) {
                return Optional.of(named.group(1) + " " + make + " " + named.group(3));
            }
        }
        Matcher model = MAKE_MODEL.matcher(text);
        while (model.find()) {
            if (!makeOf(model.group(2)).isEmpty()) {
                return Optional.of(model.group(1) + " " + model.group(2));
            }
        }
        Matcher alone = THE_MAKE.matcher(text);
        return alone.find() ? Optional.of(alone.group(1)) : Optional.empty();
    }

    private static String makeOf(String model) {
        String wanted = " " + model.toLowerCase(Locale.ROOT) + " ";
        return MODELS.entrySet().stream()
                .filter(entry -> (" " + entry.getValue() + " ").contains(wanted))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}

package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.carrier.PolicyChange.Item;

/** What a policy of the practice book is made of: its limits as coverages, its locations, vehicles, drivers, parties. */
final class ItemSeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("(.*), ([^,]+) ([A-Z]{2}) (\\d{5})");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** Of a policy's limits, what is neither a limit nor a deductible. */
    private static final Set<String> NO_LIMITS = Set.of(
            "yearBuilt", "extendedReplacementPercent", "coinsurancePercent", "premium", "priorPremium", "underlying");

    private final ArrayNode items = JSON.createArrayNode();
    private final String policyNumber;

    private ItemSeed(String policyNumber) {
        this.policyNumber = policyNumber;
    }

    static ArrayNode items(JsonNode policy, @Nullable JsonNode client) {
        ItemSeed seed = new ItemSeed(policy.path("number").asText());
        String first = policy.path("lines").path(0).asText();
        policy.path("limits").properties().forEach(line -> seed.limits(line.getKey(), line.getValue()));
        policy.path("vehicles").forEach(vehicle -> seed.vehicle(first, vehicle));
        policy.path("drivers").forEach(driver -> seed.driver(first, driver));
        policy.path("additionalInterests").forEach(interest -> seed.interest(first, interest));
        JsonNode exposures = policy.path("exposures");
        if (exposures.isObject()) {
            seed.item(
                    Item.EXPOSURE,
                    first,
                    exposures.path("classCode").asText(),
                    Map.of("payroll", exposures.path("payroll").asText()));
        }
        if (client != null) {
            JsonNode address = client.path("mailingAddress");
            seed.item(
                    Item.MAILING_ADDRESS,
                    first,
                    "Mailing address",
                    Map.of(
                            "address", address.path("line1").asText(),
                            "city", address.path("city").asText(),
                            "state", address.path("state").asText(),
                            "postalCode", address.path("postalCode").asText()));
        }
        return seed.items;
    }

    private void limits(String line, JsonNode limits) {
        if (limits.isArray()) {
            limits.forEach(location -> location(line, location));
            return;
        }
        if (limits.path("location").isTextual()) {
            location(line, limits);
        }
        coverages(line, limits);
    }

    private void coverages(String line, JsonNode limits) {
        limits.properties().forEach(limit -> {
            JsonNode value = limit.getValue();
            String name = limit.getKey();
            if (value.isObject() && name.equals("split")) {
                coverages(line, value);
            } else if (name.endsWith("Deductible") || name.equals("deductible") || name.equals("retention")) {
                if (value.isNumber()) {
                    item(
                            Item.COVERAGE,
                            line,
                            words(name.replaceFirst("Deductible$", "")),
                            Map.of("deductible", value.asText()));
                }
            } else if ((value.isNumber() || name.equals("umUim")) && !value.isNull() && !NO_LIMITS.contains(name)) {
                item(Item.COVERAGE, line, words(name), Map.of("limit", value.asText()));
            }
        });
    }

    private void location(String line, JsonNode location) {
        String street = location.path("location").asText("");
        if (street.isEmpty() || street.equals("null")) {
            return;
        }
        Map<String, String> values = place(street);
        put(values, "building", location.path("building"));
        put(values, "building", location.path("dwelling"));
        put(values, "contents", location.path("contents"));
        put(values, "deductible", location.path("deductible"));
        put(values, "occupancy", location.path("occupancy"));
        item(Item.LOCATION, line, values.getOrDefault("address", street), values);
    }

    private static void put(Map<String, String> values, String key, JsonNode value) {
        if (value.isNumber() || value.isTextual()) {
            values.put(key, value.asText());
        }
    }

    private void vehicle(String line, JsonNode vehicle) {
        Map<String, String> values = new TreeMap<>();
        put(values, "year", vehicle.path("year"));
        put(values, "make", vehicle.path("make"));
        put(values, "model", vehicle.path("model"));
        item(Item.VEHICLE, line, vehicle.path("vin").asText(), values);
    }

    private void driver(String line, JsonNode driver) {
        Map<String, String> values = new TreeMap<>();
        put(values, "licenseState", driver.path("licenseState"));
        item(Item.DRIVER, line, driver.path("name").asText(), values);
    }

    private void interest(String line, JsonNode interest) {
        Map<String, String> values = place(interest.path("address").asText(""));
        put(values, "loanNumber", interest.path("loanNumber"));
        put(values, "item", interest.path("item"));
        item(
                Item.valueOf(interest.path("type").asText()),
                line,
                interest.path("name").asText(),
                values);
    }

    private static Map<String, String> place(String line) {
        Map<String, String> values = new TreeMap<>();
        Matcher parts = PLACE.matcher(line);
        if (parts.matches()) {
            values.put("address", parts.group(1));
            values.put("city", parts.group(2));
            values.put("state", parts.group(3));
            values.put("postalCode", parts.group(4));
        } else if (!line.isEmpty()) {
            values.put("address", line);
        }
        return values;
    }

    private void item(Item item, String line, String name, Map<String, String> values) {
        ObjectNode row = items.addObject();
        row.put("id", Integer.toHexString((policyNumber + items.size()).hashCode()));
        row.put("item", item.name());
        row.put("line", line);
        row.put("name", name);
        ObjectNode said = row.putObject("values");
        new TreeMap<>(values).forEach(said::put);
    }

    /** {@code eachOccurrence} as {@code Each occurrence}. */
    private static String words(String key) {
        String spaced = HUMP.matcher(key).replaceAll(" ").toLowerCase(Locale.ROOT);
        return Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}

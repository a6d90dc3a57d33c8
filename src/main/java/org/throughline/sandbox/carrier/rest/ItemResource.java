package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.carrier.PolicyChange.Item;
import org.throughline.sandbox.carrier.PolicyContents;

/**
 * The resources of a policy and how an item of it looks there. A line's resources are made from each carrier's own
 * product definition, so their attributes are invented; names of collections follow the vendor's examples.
 */
final class ItemResource {

    private static final String KIND = "interestType.code";

    static final ItemResource ADDITIONAL_INSUREDS = new ItemResource(
            "additional-insureds",
            true,
            "displayName",
            address("address"),
            Map.of(
                    "form", "form",
                    "edition", "edition",
                    "waiverOfSubrogation", "?waiver",
                    "primaryNoncontributory", "?primary",
                    "writtenContractRequired", "?writtenContract"),
            Item.ADDITIONAL_INSURED);
    static final ItemResource ADDITIONAL_INTERESTS = new ItemResource(
            "additional-interests",
            true,
            "displayName",
            address("address"),
            Map.of("contractNumber", "loanNumber", "clause", "clause", "interestItem", "item"),
            Item.MORTGAGEE,
            Item.LOSS_PAYEE,
            Item.LIENHOLDER);
    static final ItemResource VEHICLES = new ItemResource(
            "vehicles",
            true,
            "vin",
            Map.of(),
            Map.of("year", "year", "make", "make", "model", "model", "garagingPostalCode", "garagingPostalCode"),
            Item.VEHICLE);
    static final ItemResource DRIVERS = new ItemResource(
            "drivers",
            true,
            "displayName",
            Map.of(),
            Map.of("dateOfBirth", "birthDate", "licenseState.code", "licenseState"),
            Item.DRIVER);
    static final ItemResource COVERAGES = new ItemResource(
            "coverages",
            true,
            "pattern.displayName",
            Map.of(),
            Map.of("terms.Limit.directValue", "limit", "terms.Deductible.directValue", "deductible"),
            Item.COVERAGE);
    static final ItemResource LOCATIONS = new ItemResource(
            "locations",
            false,
            "addressLine1",
            Map.of(),
            Map.of(
                    "city", "city",
                    "state.code", "state",
                    "postalCode", "postalCode",
                    "buildingLimit", "building",
                    "contentsLimit", "contents",
                    "deductible", "deductible",
                    "occupancy", "occupancy"),
            Item.LOCATION);
    static final ItemResource ADDITIONAL_NAMED_INSUREDS = new ItemResource(
            "additional-named-insureds",
            false,
            "displayName",
            Map.of(),
            Map.of("entityType", "entityType"),
            Item.NAMED_INSURED);
    static final ItemResource CONTACTS = new ItemResource(
            "contacts", false, "displayName", address("primaryAddress"), Map.of(), Item.MAILING_ADDRESS);

    private static final List<ItemResource> ALL = List.of(
            ADDITIONAL_INSUREDS,
            ADDITIONAL_INTERESTS,
            VEHICLES,
            DRIVERS,
            COVERAGES,
            LOCATIONS,
            ADDITIONAL_NAMED_INSUREDS,
            CONTACTS);

    private final String path;
    private final boolean ofLine;
    private final String name;
    private final Map<String, String> fields;
    private final Set<Item> items;

    private ItemResource(
            String path,
            boolean ofLine,
            String name,
            Map<String, String> address,
            Map<String, String> fields,
            Item... items) {
        this.path = path;
        this.ofLine = ofLine;
        this.name = name;
        this.fields = new LinkedHashMap<>(new TreeMap<>(address));
        this.fields.putAll(new TreeMap<>(fields));
        this.items = Set.of(items);
    }

    private static Map<String, String> address(String prefix) {
        return Map.of(
                prefix + ".addressLine1", "address",
                prefix + ".city", "city",
                prefix + ".state.code", "state",
                prefix + ".postalCode", "postalCode");
    }

    static Optional<ItemResource> at(String path, boolean ofLine) {
        return ALL.stream()
                .filter(resource -> resource.ofLine == ofLine && resource.path.equals(path))
                .findFirst();
    }

    /** Every attribute that a request may name. */
    Set<String> known() {
        Set<String> known = fields.keySet().stream().collect(Collectors.toSet());
        known.add(name);
        if (this == COVERAGES) {
            known.add("pattern.id");
        }
        if (items.size() > 1) {
            known.add(KIND);
        }
        return known;
    }

    boolean holds(JsonNode item) {
        return items.contains(Item.valueOf(item.path("item").asText()));
    }

    /** One that is always there and only changed. */
    boolean single() {
        return this == CONTACTS;
    }

    String name(RestBody body) {
        String given = body.text(name);
        return given == null && this == COVERAGES ? body.required("pattern.id") : body.required(name);
    }

    Item item(RestBody body) {
        if (items.size() == 1) {
            return items.iterator().next();
        }
        String kind = body.required(KIND);
        return items.stream()
                .filter(item -> word(item).equals(kind))
                .findFirst()
                .orElseThrow(() -> RestProblem.badInput("data.attributes." + KIND + " - '" + kind
                        + "' is not a typecode of the typelist AdditionalInterestType"));
    }

    private static String word(Item item) {
        return switch (item) {
            case MORTGAGEE -> "Mortgagee";
            case LOSS_PAYEE -> "LossPayee";
            case LIENHOLDER -> "Lienholder";
            default -> item.name();
        };
    }

    /** What a request says about an item. */
    Map<String, String> values(RestBody body) {
        Map<String, String> values = new TreeMap<>();
        fields.forEach((attribute, key) -> {
            String text = body.text(attribute);
            if (text != null) {
                values.put(key.replace("?", ""), text);
            }
        });
        return values;
    }

    ObjectNode attributes(JsonNode item, String insured) {
        ObjectNode attributes = RestAnswers.JSON.createObjectNode();
        attributes.put("id", item.path("id").asText());
        String named = this == CONTACTS ? insured : item.path("name").asText();
        put(attributes, name, named, false);
        if (this == COVERAGES) {
            put(attributes, "pattern.id", named.replaceAll("[^A-Za-z0-9]", ""), false);
            attributes.put("selected", true);
        }
        if (items.size() > 1) {
            put(attributes, KIND, word(Item.valueOf(item.path("item").asText())), false);
        }
        Map<String, String> values = PolicyContents.values(item);
        fields.forEach(
                (attribute, key) -> put(attributes, attribute, values.get(key.replace("?", "")), key.startsWith("?")));
        return attributes;
    }

    private static void put(ObjectNode attributes, String path, @Nullable String value, boolean yesOrNo) {
        if (value == null) {
            return;
        }
        int dot = path.lastIndexOf('.');
        ObjectNode place = dot < 0
                ? attributes
                : attributes.withObject("/" + path.substring(0, dot).replace('.', '/'));
        String leaf = path.substring(dot + 1);
        if (yesOrNo) {
            place.put(leaf, value.matches("(?i)y|yes|true"));
        } else {
            place.put(leaf, value);
        }
    }
}

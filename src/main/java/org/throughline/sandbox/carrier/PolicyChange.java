package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change of a policy, as a carrier understands it on whichever way it came.
 *
 * @param name of the party, vehicle, driver, coverage, location or class
 * @param values what is said about it, such as {@code address}, {@code form} or {@code limit}
 */
public record PolicyChange(Action action, Item item, String name, Map<String, String> values) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What happens to an item. */
    public enum Action {
        ADD,
        CHANGE,
        REMOVE
    }

    /** What a policy is made of. */
    public enum Item {
        ADDITIONAL_INSURED,
        MORTGAGEE,
        LOSS_PAYEE,
        LIENHOLDER,
        VEHICLE,
        DRIVER,
        COVERAGE,
        LOCATION,
        MAILING_ADDRESS,
        NAMED_INSURED,
        EXPOSURE;

        /** In words, such as {@code additional insured}. */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public PolicyChange {
        values = Map.copyOf(values);
    }

    /** As the store keeps it. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode()
                .put("action", action.name())
                .put("item", item.name())
                .put("name", name);
        ObjectNode said = json.putObject("values");
        new TreeMap<>(values).forEach(said::put);
        return json;
    }

    static ArrayNode json(List<PolicyChange> changes) {
        ArrayNode array = JSON.createArrayNode();
        changes.forEach(change -> array.add(change.json()));
        return array;
    }

    /** The changes that a record holds in one of its fields. */
    public static List<PolicyChange> read(JsonNode array) {
        List<PolicyChange> changes = new ArrayList<>();
        for (JsonNode json : array) {
            Map<String, String> values = new TreeMap<>();
            json.path("values")
                    .properties()
                    .forEach(
                            value -> values.put(value.getKey(), value.getValue().asText()));
            changes.add(new PolicyChange(
                    Action.valueOf(json.path("action").asText()),
                    Item.valueOf(json.path("item").asText()),
                    json.path("name").asText(),
                    values));
        }
        return changes;
    }
}

package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyChange.Item;

/**
 * The items of a policy: parties, vehicles, drivers, coverages, locations, exposures. Each is {@code {id, item, line,
 * name, values}}; one of a kind is told from another by its name.
 */
public final class PolicyContents {

    private PolicyContents() {}

    /** The item of that kind and name, whatever its case and punctuation. */
    public static Optional<ObjectNode> find(ArrayNode items, Item item, String name) {
        String wanted = CarrierStore.plain(name);
        for (JsonNode each : items) {
            boolean ofKind = each.path("item").asText().equals(item.name());
            boolean same = item == Item.MAILING_ADDRESS
                    || CarrierStore.plain(each.path("name").asText()).equals(wanted);
            if (ofKind && same) {
                return Optional.of((ObjectNode) each);
            }
        }
        return Optional.empty();
    }

    /**
     * Makes a change.
     *
     * @throws ValidationFailed if what is to be changed or removed is not there
     */
    public static void apply(ArrayNode items, PolicyChange change, String line) {
        Optional<ObjectNode> known = find(items, change.item(), change.name());
        if (change.action() == Action.REMOVE) {
            ObjectNode gone = known.orElseThrow(() -> absent(change));
            for (int at = 0; at < items.size(); at++) {
                if (items.get(at).equals(gone)) {
                    items.remove(at);
                    return;
                }
            }
            return;
        }
        if (known.isEmpty() && change.action() == Action.CHANGE && mustBeThere(change.item())) {
            throw absent(change);
        }
        ObjectNode item = known.orElseGet(() -> added(items, change, line));
        ObjectNode values = item.withObject("/values");
        new TreeMap<>(change.values()).forEach(values::put);
    }

    private static boolean mustBeThere(Item item) {
        return switch (item) {
            case COVERAGE, MAILING_ADDRESS, NAMED_INSURED, EXPOSURE -> false;
            case ADDITIONAL_INSURED, MORTGAGEE, LOSS_PAYEE, LIENHOLDER, VEHICLE, DRIVER, LOCATION -> true;
        };
    }

    private static ValidationFailed absent(PolicyChange change) {
        return new ValidationFailed(
                "There is no " + change.item().words() + " \"" + change.name() + "\" on the policy");
    }

    private static ObjectNode added(ArrayNode items, PolicyChange change, String line) {
        ObjectNode item = items.addObject();
        item.put("id", UUID.randomUUID().toString().substring(0, 8));
        item.put("item", change.item().name());
        item.put("line", line);
        item.put("name", change.name());
        item.putObject("values");
        return item;
    }

    /** What turns one state of a policy into the other, in the order in which it was done. */
    public static List<PolicyChange> difference(ArrayNode before, ArrayNode after) {
        List<PolicyChange> changes = new ArrayList<>();
        for (JsonNode item : before) {
            if (byId(after, item).isEmpty()) {
                changes.add(change(Action.REMOVE, item, Map.of()));
            }
        }
        for (JsonNode item : after) {
            Optional<JsonNode> was = byId(before, item);
            if (was.isEmpty()) {
                changes.add(change(Action.ADD, item, values(item)));
            } else if (!was.orElseThrow().equals(item)) {
                changes.add(change(Action.CHANGE, item, values(item)));
            }
        }
        return changes;
    }

    private static Optional<JsonNode> byId(ArrayNode items, JsonNode wanted) {
        for (JsonNode item : items) {
            if (item.path("id").equals(wanted.path("id"))) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }

    private static PolicyChange change(Action action, JsonNode item, Map<String, String> values) {
        return new PolicyChange(
                action,
                Item.valueOf(item.path("item").asText()),
                item.path("name").asText(),
                values);
    }

    /** What is said about an item. */
    public static Map<String, String> values(JsonNode item) {
        Map<String, String> values = new TreeMap<>();
        item.path("values")
                .properties()
                .forEach(value -> values.put(value.getKey(), value.getValue().asText()));
        return values;
    }
}

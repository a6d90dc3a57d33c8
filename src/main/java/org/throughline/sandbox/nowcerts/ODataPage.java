package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * One page of a list: {@code $filter $orderby $skip $top $count $select}. The vendor's tables require an order with each
 * call, while samples of the same document and clients in use leave it out where they ask for all: so it is required of who
 * asks for a page.
 */
final class ODataPage {

    private static final String CONTEXT = "https://api.nowcerts.com/api/$metadata#";
    private static final long MOST = 1000;

    private final Map<String, String> query;

    ODataPage(Map<String, String> query) {
        this.query = query;
    }

    /** @throws IllegalArgumentException if the query cannot be understood */
    ObjectNode of(String list, List<ObjectNode> rows) {
        Predicate<JsonNode> filter = ODataFilter.parse(query.get("$filter"));
        String orderby = query.get("$orderby");
        boolean page = query.containsKey("$skip") || query.containsKey("$top");
        if (page && (orderby == null || orderby.isBlank())) {
            throw new IllegalArgumentException("A query with $skip or $top must have an $orderby");
        }
        String key = query.get("key");
        List<ObjectNode> found = rows.stream()
                .filter(row -> key == null || id(row).equalsIgnoreCase(key))
                .filter(filter)
                .sorted(order(orderby))
                .toList();
        ObjectNode answer = Answers.JSON.createObjectNode().put("@odata.context", CONTEXT + list);
        if ("true".equals(query.get("$count"))) {
            answer.put("@odata.count", found.size());
        }
        ArrayNode value = answer.putArray("value");
        found.stream()
                .skip(number("$skip", 0))
                .limit(number("$top", MOST))
                .forEach(row -> value.add(selected(SimulatorStore.answered(row))));
        return answer;
    }

    /** One row alone, as it is answered under its key. */
    ObjectNode one(String list, ObjectNode row) {
        ObjectNode answer = Answers.JSON.createObjectNode().put("@odata.context", CONTEXT + list + "/$entity");
        return answer.setAll(selected(SimulatorStore.answered(row)));
    }

    /** A row's key, which lists name in two ways. */
    static String id(JsonNode row) {
        return row.path("databaseId")
                .asText(row.path("id").asText(row.path("insuredDatabaseId").asText()));
    }

    private ObjectNode selected(ObjectNode row) {
        String select = query.get("$select");
        if (select == null || select.isBlank() || select.strip().equals("*")) {
            return row;
        }
        ObjectNode part = Answers.JSON.createObjectNode();
        List<String> wanted = Stream.of(select.toLowerCase(Locale.ROOT).split(",", -1))
                .map(String::strip)
                .toList();
        row.properties().stream()
                .filter(field -> wanted.contains(field.getKey().toLowerCase(Locale.ROOT)))
                .forEach(field -> part.set(field.getKey(), field.getValue()));
        return part;
    }

    private static Comparator<JsonNode> order(@Nullable String orderby) {
        return Stream.of(orderby == null ? new String[] {} : orderby.split(",", -1))
                .map(ODataPage::orderOfField)
                .reduce(Comparator::thenComparing)
                .orElse(Comparator.comparing(row -> 0));
    }

    private static Comparator<JsonNode> orderOfField(String part) {
        String[] words = part.strip().split("\\s+", 2);
        Comparator<JsonNode> order =
                Comparator.comparing(row -> ODataFields.value(row, words[0]), ODataFields::compare);
        return words.length > 1 && words[1].strip().equalsIgnoreCase("desc") ? order.reversed() : order;
    }

    private long number(String option, long usual) {
        String text = query.get(option);
        if (text == null) {
            return usual;
        }
        if (!text.strip().matches("\\d{1,9}")) {
            throw new IllegalArgumentException(option + " has to be a number");
        }
        return Long.parseLong(text.strip());
    }
}

package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A request's {@code {"data": {"attributes": {…}, "checksum": "…"}}}; what the schema does not name is refused. */
final class RestBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;
    private final Map<String, JsonNode> leaves = new TreeMap<>();

    private RestBody(JsonNode root) {
        this.root = root;
        flatten("", root.path("data").path("attributes"));
    }

    /**
     * Reads a body.
     *
     * @param known attributes by their paths, such as {@code address.city}
     */
    static RestBody read(@Nullable JsonNode body, Set<String> known) {
        JsonNode root = body == null || body.isNull() ? JSON.createObjectNode() : body;
        List<String> unknown = new ArrayList<>();
        root.properties().forEach(field -> {
            if (!field.getKey().equals("data") && !field.getKey().equals("included")) {
                unknown.add(field.getKey());
            }
        });
        root.path("data").properties().forEach(field -> {
            if (!field.getKey().equals("attributes") && !field.getKey().equals("checksum")) {
                unknown.add("data." + field.getKey());
            }
        });
        RestBody read = new RestBody(root);
        read.leaves.keySet().stream()
                .filter(leaf -> !known.contains(leaf))
                .forEach(leaf -> unknown.add("data.attributes." + leaf));
        if (!unknown.isEmpty()) {
            throw RestProblem.unknown(unknown);
        }
        return read;
    }

    private void flatten(String prefix, JsonNode node) {
        node.properties().forEach(field -> {
            String path = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
            if (field.getValue().isObject()) {
                flatten(path, field.getValue());
            } else {
                leaves.put(path, field.getValue());
            }
        });
    }

    /** The text of an attribute, or null where the body does not name it. */
    @Nullable
    String text(String path) {
        JsonNode leaf = leaves.get(path);
        return leaf == null || leaf.isNull() ? null : leaf.asText();
    }

    String required(String path) {
        String text = text(path);
        if (text == null || text.isBlank()) {
            throw RestProblem.badInput("data.attributes." + path + " - is required");
        }
        return text;
    }

    LocalDate day(String path) {
        String text = required(path);
        try {
            return LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
        } catch (DateTimeParseException noDay) {
            throw RestProblem.badInput("data.attributes." + path + " - is not a date");
        }
    }

    /** What the body names, by path. */
    Map<String, JsonNode> leaves() {
        return leaves;
    }

    /** The resource's checksum that the caller believes in, or null. */
    @Nullable
    String checksum() {
        return root.path("data").path("checksum").asText(null);
    }

    /** A contact that comes along with the resource and is referred to by an id of the caller's. */
    ObjectNode included(String kind, String refid) {
        for (JsonNode each : root.path("included").path(kind)) {
            if (each.path("refid").asText().equals(refid)) {
                return (ObjectNode) each.path("attributes");
            }
        }
        throw RestProblem.badInput("No included resource has the refid '" + refid + "'");
    }
}

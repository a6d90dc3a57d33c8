package org.throughline.platform.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON without sensitive numbers. The name of a field counts as a word before its value, as it may say what the digits are. */
public final class MaskedJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private MaskedJson() {}

    /** A copy in which each sensitive number is replaced by what it was. */
    public static JsonNode of(JsonNode node) {
        return masked("", node);
    }

    private static JsonNode masked(String name, JsonNode node) {
        if (node.isObject()) {
            ObjectNode copy = NODES.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), masked(field.getKey(), field.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = NODES.arrayNode();
            node.forEach(element -> copy.add(masked(name, element)));
            return copy;
        }
        if (node.isTextual() || node.isNumber()) {
            String text = node.asText();
            String masked = text(name, text);
            return masked.equals(text) ? node : NODES.textNode(masked);
        }
        return node;
    }

    private static String text(String name, String text) {
        String alone = SensitiveNumbers.mask(text);
        String before = name + ": ";
        String named = SensitiveNumbers.mask(before + alone);
        return named.startsWith(before) ? named.substring(before.length()) : alone;
    }
}

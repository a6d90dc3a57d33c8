package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Fields of rows as OData queries name them, in any case, and how their values compare. */
final class ODataFields {

    private ODataFields() {}

    /** The field of that name, with slashes into what it holds; missing where the row has none. */
    static JsonNode value(JsonNode row, String path) {
        JsonNode value = row;
        for (String name : path.split("/", -1)) {
            value = field(value, name);
        }
        return value;
    }

    private static JsonNode field(JsonNode row, String name) {
        if (row.has(name)) {
            return row.get(name);
        }
        return row.properties().stream()
                .filter(field -> field.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(MissingNode.getInstance());
    }

    /** Numbers by amount, times by moment, all else as text in which case does not count; nothing comes first. */
    static int compare(JsonNode left, JsonNode right) {
        if (left.isNumber() || right.isNumber()) {
            return number(left).compareTo(number(right));
        }
        try {
            return OffsetDateTime.parse(left.asText())
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(right.asText()).toInstant());
        } catch (DateTimeParseException noTimes) {
            return text(left).compareToIgnoreCase(text(right));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asText();
    }

    private static BigDecimal number(JsonNode value) {
        try {
            return value.isMissingNode() || value.isNull() ? BigDecimal.ZERO : new BigDecimal(value.asText());
        } catch (NumberFormatException text) {
            throw new IllegalArgumentException("'" + value.asText() + "' is not a number", text);
        }
    }
}

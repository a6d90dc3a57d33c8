package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The vendor's two ways to write the same name: {@code insured_database_id} and {@code insuredDatabaseId}. */
final class Names {

    private static final Pattern SNAKE = Pattern.compile("_+([A-Za-z0-9])");
    private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])([A-Z])");

    private Names() {}

    /** As the lists write it. */
    static String camel(String name) {
        return SNAKE.matcher(name).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
    }

    /** As the Zapier calls write it. */
    static String snake(String name) {
        return name.startsWith("eMail")
                ? "email" + name.substring("eMail".length())
                : CAPITAL.matcher(name).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    /** A row of a list as the Zapier calls answer it; its key is always {@code database_id} there. */
    static ObjectNode zapier(ObjectNode row) {
        ObjectNode answer = Answers.JSON.createObjectNode();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            String name = field.getKey().equals("id") ? "database_id" : snake(field.getKey());
            answer.set(name, field.getValue());
        }
        return answer;
    }
}

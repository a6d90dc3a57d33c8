package org.throughline.ams.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.ezlynx.EzLynxHints.Kind;

/**
 * One {@code EventCallbackNotification}. The names of events are documented, the names of its fields are not: an event is
 * known by its name wherever it stands, and the record by the usual names of ids beside it.
 *
 * @param kind null where the notification names no record that we can read
 */
record EzLynxNotification(
        String event, @Nullable Kind kind, @Nullable String id) {

    /** Of the documented events those that change what the index knows of a client. */
    private static final Pattern EVENT =
            Pattern.compile("(Applicant|CoApplicant|Prospect|Policy)(Created|Updated|Deleted|Downloaded)");

    private static final List<Map.Entry<String, Kind>> IDS = List.of(
            Map.entry("applicantid", Kind.APPLICANT),
            Map.entry("accountid", Kind.APPLICANT),
            Map.entry("policyid", Kind.POLICY),
            Map.entry("policymasterid", Kind.POLICY));

    private static final List<String> PLAIN_IDS = List.of("entityid", "objectid", "recordid", "id");

    /** All notifications in a document that concern us. */
    static List<EzLynxNotification> in(JsonNode document) {
        List<EzLynxNotification> found = new ArrayList<>();
        collect(document, found);
        return found;
    }

    private static void collect(JsonNode node, List<EzLynxNotification> found) {
        if (!node.isObject()) {
            node.forEach(child -> collect(child, found));
            return;
        }
        Optional<String> event = node.properties().stream()
                .filter(field -> field.getValue().isValueNode())
                .map(field -> field.getValue().asText().strip())
                .filter(text -> EVENT.matcher(text).matches())
                .findFirst();
        if (event.isPresent()) {
            found.add(about(event.get(), node));
            return;
        }
        node.properties().forEach(field -> {
            if (EVENT.matcher(field.getKey()).matches()) {
                found.add(about(field.getKey(), field.getValue()));
            } else {
                collect(field.getValue(), found);
            }
        });
    }

    private static EzLynxNotification about(String event, JsonNode node) {
        for (Map.Entry<String, Kind> name : IDS) {
            Optional<String> id = id(node, name.getKey());
            if (id.isPresent()) {
                return new EzLynxNotification(event, name.getValue(), id.get());
            }
        }
        Kind kind = event.startsWith("Policy") ? Kind.POLICY : event.startsWith("Co") ? null : Kind.APPLICANT;
        Optional<String> plain =
                PLAIN_IDS.stream().flatMap(name -> id(node, name).stream()).findFirst();
        return kind == null || plain.isEmpty()
                ? new EzLynxNotification(event, null, null)
                : new EzLynxNotification(event, kind, plain.get());
    }

    /** A number under this name, in any case, here or below. */
    private static Optional<String> id(JsonNode node, String name) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String text = field.getValue().asText().strip();
            if (field.getKey().toLowerCase(Locale.ROOT).equals(name) && EzLynxIds.isId(text)) {
                return Optional.of(text);
            }
        }
        for (JsonNode child : node) {
            Optional<String> below = id(child, name);
            if (below.isPresent()) {
                return below;
            }
        }
        return Optional.empty();
    }
}

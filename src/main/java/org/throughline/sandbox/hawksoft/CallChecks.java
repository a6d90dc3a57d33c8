package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the fields of a write must be. Names are the vendor's, to the letter; texts of refusals are ours. */
final class CallChecks {

    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int LAST_ACTION = 56;
    private static final List<String> ROLES = List.of("SpecifiedUser", "Producer", "CSR", "Agent1", "Agent2", "Agent3");

    private CallChecks() {}

    static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw HawkSoftRefusal.badRequest(name + " is required");
        }
        return value;
    }

    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        return required(value.isTextual() ? value.asText() : null, name);
    }

    static String guid(String value, String name) {
        if (!GUID.matcher(value).matches()) {
            throw HawkSoftRefusal.badRequest(name + " is not a GUID");
        }
        return value;
    }

    static String time(String value, String name) {
        if (!value.contains("T") || LocalTimes.read(value, ZoneOffset.UTC).isEmpty()) {
            throw HawkSoftRefusal.badRequest(name + " is not an ISO 8601 time");
        }
        return value;
    }

    /** One of the vendor's 56 actions. */
    static int action(JsonNode value, String name) {
        if (!value.isIntegralNumber() || value.asInt() < 1 || value.asInt() > LAST_ACTION) {
            throw HawkSoftRefusal.badRequest(name + " is a number from 1 to " + LAST_ACTION);
        }
        return value.asInt();
    }

    static String base64(@Nullable String value, String name) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(required(value, name).strip());
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException otherwise) {
            throw HawkSoftRefusal.badRequest(name + " is not base64");
        }
    }

    static void role(@Nullable String role, @Nullable String email) {
        if (role == null || !ROLES.contains(role)) {
            throw HawkSoftRefusal.badRequest("assignedToRole is one of " + ROLES);
        }
        if (role.equals("SpecifiedUser") && (email == null || !email.contains("@"))) {
            throw HawkSoftRefusal.badRequest("assignedToEmail is required for SpecifiedUser");
        }
    }

    static void task(JsonNode task) {
        if (!task.isObject()) {
            throw HawkSoftRefusal.badRequest("task is an object");
        }
        text(task, "title");
        role(
                task.path("assignedToRole").asText(null),
                task.path("assignedToEmail").asText(null));
        if (task.hasNonNull("dueDate")) {
            time(task.path("dueDate").asText(), "dueDate");
        }
    }

    /** A policy, where one is named, is the client's own. */
    static void policy(JsonNode client, @Nullable String policyId) {
        if (policyId == null) {
            return;
        }
        guid(policyId, "policyId");
        for (JsonNode policy : client.path("policies")) {
            if (policy.path("id").asText().equalsIgnoreCase(policyId)) {
                return;
            }
        }
        throw HawkSoftRefusal.badRequest("policyId is no policy of the client");
    }
}

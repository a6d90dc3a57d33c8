package org.throughline.carrier.policychange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorProblems;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * The vendor's errors: a status, the class of an exception and a message for people. The classes that are quoted in the
 * vendor's guide are documented (C), the envelope around them was seen in clients (P), the status of a checksum that is
 * out of date is assumed (A). A property that the carrier does not know is our mistake and not the request's.
 */
final class PolicyChangeProblems implements VendorProblems {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable RuntimeException read(Problem problem) {
        JsonNode error = error(problem.body());
        String said = said(error, problem.body());
        String message = problem.call() + " answered HTTP " + problem.status() + ": " + said;
        if (error.path("errorCode").asText("").endsWith("AlreadyExecutedException")) {
            return new AlreadyExecuted(message);
        }
        boolean ours = said.toLowerCase(Locale.ROOT).contains("no property named")
                || problem.method().equals("GET");
        return switch (problem.status()) {
            case 409, 412 -> new VendorUnavailable(message + " (it is read again and repeated)");
            case 400, 422 -> ours ? new VendorContractBroken(message) : new VendorRejected(said);
            default -> null;
        };
    }

    private static JsonNode error(String body) {
        try {
            JsonNode document = JSON.readTree(body);
            return document.path("error").isObject() ? document.path("error") : document;
        } catch (JsonProcessingException noDocument) {
            return JSON.createObjectNode();
        }
    }

    /** The message for people with what is wrong in particular; the body itself where it is no such document. */
    private static String said(JsonNode error, String body) {
        List<String> parts = new ArrayList<>();
        add(parts, error.path("userMessage").asText(""));
        error.path("details")
                .forEach(detail -> add(parts, detail.path("message").asText("")));
        return parts.isEmpty() ? body : String.join("; ", parts);
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank() && !parts.contains(part)) {
            parts.add(part);
        }
    }
}

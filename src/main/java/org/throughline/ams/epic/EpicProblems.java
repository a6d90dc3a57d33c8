package org.throughline.ams.epic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorProblems;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * The vendor's problem documents (RFC 7807, with its own {@code traceId} and {@code additionalDetails}). A write that it
 * finds wrong was refused for a reason that a person can mend; a read that it finds wrong is our mistake.
 */
final class EpicProblems implements VendorProblems {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public @Nullable RuntimeException read(Problem problem) {
        String message = problem.call() + " answered HTTP " + problem.status() + ": " + text(problem.body());
        boolean write = !problem.method().equals("GET");
        return switch (problem.status()) {
            case 404 -> new EpicMissing(message);
            case 400, 409, 412, 422 -> write ? new VendorRejected(message) : new VendorContractBroken(message);
            case 423 -> new VendorUnavailable(message);
            case 426 -> new EpicReleaseTooOld(message);
            case 403 -> new VendorContractBroken(message);
            default -> null;
        };
    }

    /** Title, detail, additional details and trace id as one sentence; the body itself where it is no such document. */
    static String text(String body) {
        try {
            JsonNode document = JSON.readTree(body);
            if (!document.isObject()) {
                return body;
            }
            List<String> parts = new ArrayList<>();
            add(parts, document.path("title").asText(""));
            add(parts, document.path("detail").asText(""));
            document.path("additionalDetails").forEach(detail -> add(parts, said(detail)));
            String trace = document.path("traceId").asText("");
            return String.join("; ", parts) + (trace.isEmpty() ? "" : " (trace " + trace + ")");
        } catch (JsonProcessingException noDocument) {
            return body;
        }
    }

    private static String said(JsonNode detail) {
        if (detail.isTextual()) {
            return detail.asText();
        }
        String own = detail.path("detail").asText("");
        return own.isEmpty() ? detail.toString() : own;
    }

    private static void add(List<String> parts, String part) {
        if (!part.isBlank() && !parts.contains(part)) {
            parts.add(part);
        }
    }
}

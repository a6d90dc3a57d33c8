package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The vendor's envelopes: linked documents in, problem documents out. */
final class EpicHal {

    static final ObjectMapper JSON = new ObjectMapper();
    static final String PROBLEM = "application/problem+json";

    private static final MediaType HAL = MediaType.parseMediaType("application/hal+json");
    private static final String ROOT = "/sandbox/epic";
    private static final Map<Integer, String> SECTIONS = Map.of(
            400, "rfc7231#section-6.5.1",
            401, "rfc7235#section-3.1",
            403, "rfc7231#section-6.5.3",
            404, "rfc7231#section-6.5.4",
            412, "rfc7232#section-4.2",
            423, "rfc4918#section-11.3",
            426, "rfc7231#section-6.5.15");

    private EpicHal() {}

    static ResponseEntity<ObjectNode> ok(ObjectNode document) {
        return answer(200, document);
    }

    static ResponseEntity<ObjectNode> created(ObjectNode document) {
        return answer(201, document);
    }

    private static ResponseEntity<ObjectNode> answer(int status, ObjectNode document) {
        return ResponseEntity.status(status).contentType(HAL).body(document);
    }

    /** Adds a link to a path of the simulated host. */
    static ObjectNode link(ObjectNode document, String relation, HttpServletRequest request, String path) {
        document.withObject("/_links").putObject(relation).put("href", host(request) + path);
        return document;
    }

    /** Scheme, host, port and the simulated system's place, which is what other people's programs call the base URL. */
    static String host(HttpServletRequest request) {
        String url = request.getRequestURL().toString();
        return url.substring(0, url.indexOf(ROOT) + ROOT.length());
    }

    static ObjectNode problem(HttpServletRequest request, int status, String title, @Nullable String detail) {
        ObjectNode problem = JSON.createObjectNode();
        String section = SECTIONS.getOrDefault(status, "rfc7231#section-6");
        problem.put("type", "https://datatracker.ietf.org/doc/html/" + section);
        problem.put("title", title);
        problem.put("status", status);
        problem.put("detail", detail);
        problem.put("instance", request.getRequestURL().toString());
        problem.put("traceId", UUID.randomUUID().toString().replace("-", ""));
        return problem;
    }

    static ObjectNode problem(HttpServletRequest request, int status, String title, String detail, List<String> more) {
        ObjectNode problem = problem(request, status, title, detail);
        more.forEach(each -> problem.withArray("/additionalDetails").addObject().put("detail", each));
        return problem;
    }

    /** The id of something in the practice book, the same whenever it is planted. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(("epic " + name).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static boolean isId(String text) {
        return text.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}

package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** Answers in the vendor's envelope, single or in pages. */
final class RestAnswers {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Set<String> PARAMETERS =
            Set.of("fields", "sort", "filter", "include", "includeTotal", "pageSize", "pageOffset", "asOfDate");
    private static final int PAGE = 25;
    private static final int LARGEST_PAGE = 100;

    private RestAnswers() {}

    /** One resource with its attributes, as of now. */
    static ResponseEntity<ObjectNode> one(int status, ObjectNode attributes, HttpServletRequest request) {
        parameters(request);
        ObjectNode body = JSON.createObjectNode();
        body.set("data", resource(attributes));
        return answer(status, body, request);
    }

    static ResponseEntity<ObjectNode> page(List<ObjectNode> all, HttpServletRequest request) {
        parameters(request);
        int size = Math.min(LARGEST_PAGE, number(request, "pageSize", PAGE));
        int offset = number(request, "pageOffset", 0);
        List<ObjectNode> rows = all.subList(Math.min(offset, all.size()), Math.min(offset + size, all.size()));
        ObjectNode body = JSON.createObjectNode();
        body.put("count", rows.size());
        rows.forEach(row -> body.withArray("/data").add(resource(row)));
        if (rows.isEmpty()) {
            body.putArray("data");
        }
        String path = request.getRequestURI();
        ObjectNode links = body.putObject("links");
        links.putObject("self").put("href", path);
        if (offset + size < all.size()) {
            links.putObject("next").put("href", path + "?pageSize=" + size + "&pageOffset=" + (offset + size));
        }
        return answer(200, body, request);
    }

    static ResponseEntity<ObjectNode> answer(int status, ObjectNode body, HttpServletRequest request) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        String correlation = request.getHeader("X-Correlation-ID");
        if (correlation != null) {
            answer.header("X-Correlation-ID", correlation);
        }
        return answer.body(body);
    }

    private static ObjectNode resource(ObjectNode attributes) {
        ObjectNode resource = JSON.createObjectNode();
        resource.set("attributes", attributes);
        resource.put("checksum", checksum(attributes));
        return resource;
    }

    /** Tells one state of a resource from another. */
    static String checksum(JsonNode attributes) {
        return DigestUtils.md5DigestAsHex(attributes.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void parameters(HttpServletRequest request) {
        List<String> unknown = Collections.list(request.getParameterNames()).stream()
                .filter(name -> !PARAMETERS.contains(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw RestProblem.badInput("Unknown query parameter '" + unknown.get(0) + "'");
        }
    }

    private static int number(HttpServletRequest request, String name, int otherwise) {
        String value = request.getParameter(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}")) {
            throw RestProblem.badInput(name + " must be a number");
        }
        return Integer.parseInt(value);
    }

    static ObjectNode coded(String code) {
        return JSON.createObjectNode().put("code", code).put("name", code);
    }

    static ObjectNode money(String amount) {
        return JSON.createObjectNode().put("amount", amount).put("currency", "usd");
    }

    static ObjectNode reference(String id, String name) {
        return JSON.createObjectNode().put("id", id).put("displayName", name);
    }
}

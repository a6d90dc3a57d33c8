package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.sandbox.vendor.Simulator;

/**
 * Sends a notification to the webhook that is set, twice unless told otherwise, since the vendor's come more than once.
 * Its name and events are documented, its fields are assumed.
 */
@Hidden
@RestController
@Profile("sandbox")
class EzLynxEventController {

    private static final int MOST_TIMES = 10;

    private final EzLynxSandboxProperties properties;
    private final Simulator simulator;
    private final Environment environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    EzLynxEventController(EzLynxSandboxProperties properties, Simulator ezLynxSimulator, Environment environment) {
        this.properties = properties;
        this.simulator = ezLynxSimulator;
        this.environment = environment;
    }

    /**
     * {@code {"event": "PolicyUpdated", "applicantId": …, "policyId": …, "format": "json" or "xml", "times": 2}}; answers
     * with the status of each delivery.
     */
    @PostMapping("/sandbox/ezlynx/_event")
    ObjectNode send(@RequestBody JsonNode order) throws IOException, InterruptedException {
        if (properties.webhook().isBlank()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT, "throughline.sandbox.ezlynx.webhook names no address to send to.");
        }
        boolean xml = order.path("format").asText("json").equals("xml");
        HttpRequest request = HttpRequest.newBuilder(address())
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", xml ? "text/xml" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(xml ? xml(order) : json(order)))
                .build();
        ObjectNode answer = EzLynxRecords.JSON.createObjectNode();
        ArrayNode deliveries = answer.putArray("deliveries");
        int times = Math.min(order.path("times").asInt(2), MOST_TIMES);
        for (int time = 0; time < times; time++) {
            deliveries.add(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        }
        return answer;
    }

    private URI address() {
        String port = environment.getProperty("local.server.port", "0");
        return URI.create(properties.webhook().replaceFirst(":0(?=/|$)", ":" + port));
    }

    private String json(JsonNode order) {
        ObjectNode document = EzLynxRecords.JSON.createObjectNode();
        ObjectNode notification = document.putObject("EventCallbackNotification");
        notification.put("EventName", order.path("event").asText());
        notification.put("OrganizationId", properties.organizationId());
        notification.set("ApplicantId", order.path("applicantId"));
        if (order.has("policyId")) {
            notification.set("PolicyId", order.path("policyId"));
        }
        notification.put("EventDate", simulator.iso());
        return document.toString();
    }

    private String xml(JsonNode order) {
        StringBuilder fields = new StringBuilder();
        element(fields, "EventName", order.path("event").asText());
        element(fields, "OrganizationId", properties.organizationId());
        element(fields, "ApplicantId", order.path("applicantId").asText(""));
        element(fields, "PolicyId", order.path("policyId").asText(""));
        element(fields, "EventDate", simulator.iso());
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?><EventCallbackNotification>" + fields
                + "</EventCallbackNotification>";
    }

    private static void element(StringBuilder out, String name, String value) {
        String safe = value.replace("&", "&amp;").replace("<", "&lt;");
        out.append('<')
                .append(name)
                .append('>')
                .append(safe)
                .append("</")
                .append(name)
                .append('>');
    }
}

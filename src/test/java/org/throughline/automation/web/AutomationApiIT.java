package org.throughline.automation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Levels and kill switches over HTTP, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"operaton.bpm.job-execution.enabled=false", "throughline.sandbox.morning-mail=false"})
class AutomationApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Object> CERTIFICATE = Map.of(
            "channel",
            "EMAIL",
            "from",
            "denise@okaforplumbing.example",
            "subject",
            "COI for Harwin Storage",
            "body",
            """
            Please send a certificate of insurance, GL only, no special wording.
            Certificate holder:
            Harwin Storage LLC
            500 Harwin Dr
            Houston, TX 77036
            Please email it to office@harwin.example. Policy is BMC-GL-0448213.""");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    AutomationApiIT() {}

    @Test
    void showsLevelsWithEvidenceAndRefusesWhatItDoesNotCarry() throws Exception {
        JsonNode list = call("nora", "GET", "", null, 200);
        assertThat(list.findValuesAsText("workType"))
                .containsExactly(
                        "CERT_LIABILITY", "CERT_PROPERTY", "DOWNLOAD_EXCEPTION", "EVIDENCE_PROPERTY", "NOT_WORK");
        JsonNode property = call("analyst", "GET", "/CERT_PROPERTY", null, 200);
        assertThat(property.get("level").asText()).isEqualTo("APPROVE_ALL");
        assertThat(property.get("enabled").asBoolean()).isTrue();
        assertThat(property.at("/evidence/upperBound").asDouble()).isEqualTo(1);
        assertThat(property.at("/next/missing").asInt()).isEqualTo(60);

        Map<String, Object> promotion = Map.of("level", "SAMPLED", "reason", "it looks good");
        assertThat(call("nora", "PUT", "/CERT_PROPERTY", promotion, 409)
                        .get("detail")
                        .asText())
                .contains("60 more outcomes");
        assertThat(call("nora", "PUT", "/CERT_PROPERTY", Map.of("level", "SAMPLED"), 400)
                        .get("status")
                        .asInt())
                .isEqualTo(400);
        assertThat(call("nora", "PUT", "/NO_SUCH_WORK", promotion, 404)
                        .get("detail")
                        .asText())
                .contains("NO_SUCH_WORK");
        for (String other : new String[] {"analyst", "maria", "ana"}) {
            call(other, "PUT", "/CERT_PROPERTY", promotion, 403);
        }
        call("maria", "GET", "", null, 403);

        JsonNode given = call(
                "nora",
                "PUT",
                "/CERT_PROPERTY",
                Map.of("level", "SAMPLED", "reason", "a trial for a week", "override", true),
                200);

        assertThat(given.get("level").asText()).isEqualTo("SAMPLED");
        assertThat(given.get("changedBy").asText()).isEqualTo("nora");
        JsonNode history = call("nora", "GET", "/history?subject=LEVEL&key=CERT_PROPERTY", null, 200);
        assertThat(history.get("total").asInt()).isEqualTo(1);
        assertThat(history.at("/items/0/overridden").asBoolean()).isTrue();
        assertThat(history.at("/items/0/reason").asText()).isEqualTo("a trial for a week");
        call("nora", "GET", "/history?size=1000", null, 400);
    }

    @Test
    void aSwitchSendsNewRequestsToAPersonWithItsName() throws Exception {
        // The client is known as soon as the index is filled, some seconds after the start.
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(preview().get("route").asText()).isEqualTo("AUTOMATION"));
        call("maria", "PUT", "/kill-switches/AGENCY/harborline", Map.of("on", true, "reason", "x"), 403);

        call("nora", "PUT", "/kill-switches/AGENCY/harborline", Map.of("on", true, "reason", "mail loop"), 200);

        JsonNode stopped = preview();
        assertThat(stopped.get("route").asText()).isEqualTo("LICENSED_STAFF");
        assertThat(stopped.get("reasons").toString())
                .contains("All automation of the agency was switched off by nora: mail loop");
        JsonNode switches = call("nora", "GET", "/kill-switches", null, 200);
        assertThat(switches.get("agency").asText()).isEqualTo("harborline");
        assertThat(switches.at("/items/0/on").asBoolean()).isTrue();

        call("nora", "PUT", "/kill-switches/AGENCY/harborline", Map.of("on", false, "reason", "put right"), 200);

        assertThat(preview().get("route").asText()).isEqualTo("AUTOMATION");
        call("nora", "PUT", "/kill-switches/PLANET/earth", Map.of("on", true, "reason", "x"), 400);
        call("nora", "PUT", "/kill-switches/WORK_TYPE/NO_SUCH", Map.of("on", true, "reason", "x"), 404);
        call("nora", "PUT", "/kill-switches/CARRIER/Blue%20Mesa", Map.of("on", true), 400);
    }

    private JsonNode preview() throws Exception {
        HttpResponse<String> answer = send("maria", "POST", "/api/intake/preview", CERTIFICATE);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body()).at("/requests/0");
    }

    private JsonNode call(String user, String method, String path, @Nullable Map<String, Object> body, int status)
            throws Exception {
        HttpResponse<String> answer = send(user, method, "/api/automation-levels" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String user, String method, String path, @Nullable Map<String, Object> body)
            throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                BodyHandlers.ofString());
    }
}

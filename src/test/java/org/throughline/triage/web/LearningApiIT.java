package org.throughline.triage.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What an analyst does over HTTP, on the whole application; learning itself takes minutes and is tested in small. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"operaton.bpm.job-execution.enabled=false", "throughline.sandbox.morning-mail=false"})
class LearningApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String YELLOW_SLIP = "the guard wants our yellow gate slip before noon";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    LearningApiIT() {}

    @Test
    void addsFindsAndSwitchesAnExample() throws Exception {
        Map<String, Object> example = Map.of(
                "workType", "CERT_LIABILITY",
                "channel", "SMS",
                "sender", "CLIENT",
                "body", "need the blue gate slip, text me at 713-555-0100");

        JsonNode added = call("POST", "examples", example, 201);

        assertThat(added.get("body").asText()).isEqualTo("need the blue gate slip, text me at [phone]");
        assertThat(added.get("state").asText()).isEqualTo("ON");
        assertThat(call("POST", "examples", example, 409).get("detail").asText())
                .contains("there already");
        String id = added.get("id").asText();
        assertThat(call("PUT", "examples/" + id + "/state", Map.of("state", "OFF", "note", "too odd"), 200)
                        .get("changedBy")
                        .asText())
                .isEqualTo("analyst");
        JsonNode page = call("GET", "examples?state=OFF&workType=CERT_LIABILITY&q=blue+gate&size=5", null, 200);
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(page.at("/items/0/note").asText()).isEqualTo("too odd");
        assertThat(call("GET", "examples?source=BUILT_IN&size=1", null, 200)
                        .get("total")
                        .asInt())
                .isGreaterThan(1_000);
        assertThat(call("GET", "examples?size=1000", null, 400).get("detail").asText())
                .contains("size");
        assertThat(call("PUT", "examples/nothing/state", Map.of("state", "ON"), 404)
                        .get("detail")
                        .asText())
                .contains("nothing");
    }

    @Test
    void findsAnAddedPhraseAtOnce() throws Exception {
        Map<String, Object> text = Map.of("channel", "EMAIL", "body", YELLOW_SLIP);
        assertThat(call("POST", "rules/try", Map.of("pattern", "gate slips?", "text", YELLOW_SLIP), 200)
                        .at("/hits/0/words")
                        .asText())
                .isEqualTo("gate slip");
        assertThat(call("POST", "try", text, 200).findValuesAsText("pattern")).doesNotContain("gate slips?");

        JsonNode rule = call(
                "POST",
                "rules",
                Map.of("topic", "CERTIFICATE", "pattern", "gate slips?", "weight", 3, "why", "what drivers call it"),
                201);

        JsonNode tried = call("POST", "try", text, 200);
        assertThat(tried.findValuesAsText("pattern")).contains("gate slips?");
        assertThat(tried.get("suggestions")).hasSize(3);
        assertThat(tried.get("nearest")).hasSize(5);
        assertThat(tried.at("/decided/0/classification").asText()).isIn("AUTO", "SUGGEST", "TRIAGE");
        call("PUT", "rules/" + rule.get("id").asText() + "/state", Map.of("state", "OFF"), 200);
        assertThat(call("POST", "try", text, 200).findValuesAsText("pattern")).doesNotContain("gate slips?");
    }

    @Test
    void refusesAPatternThatCannotBeUsedWithASentence() throws Exception {
        assertThat(call("POST", "rules/try", Map.of("pattern", "(?=x)y"), 400)
                        .get("detail")
                        .asText())
                .contains("regular expression");
    }

    @Test
    void beginsWithTheModelOfTheBuild() throws Exception {
        JsonNode models = call("GET", "models", null, 200);

        assertThat(models.get("items")).hasSize(1);
        assertThat(models.at("/items/0/origin").asText()).isEqualTo("BUILD");
        assertThat(models.at("/items/0/state").asText()).isEqualTo("ACTIVE");
        assertThat(models.at("/items/0/version").asText())
                .isEqualTo(models.get("inUse").asText());
        assertThat(call("GET", "models/training", null, 200).get("state").asText())
                .isEqualTo("NONE");
        call("DELETE", "models/training", null, 409);
        call("POST", "models/" + models.get("inUse").asText() + "/discard", null, 409);
    }

    @Test
    void describesItselfInOpenApi() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/openapi.json", null);

        assertThat(answer.body())
                .contains("/api/triage/examples", "/api/triage/rules/try", "/api/triage/models/{version}/promote");
    }

    private JsonNode call(String method, String path, @Nullable Map<String, Object> body, int status) throws Exception {
        HttpResponse<String> answer = send(method, "/api/triage/" + path, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, @Nullable Map<String, Object> body) throws Exception {
        String login = Base64.getEncoder().encodeToString("analyst:analyst".getBytes(StandardCharsets.UTF_8));
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

package org.throughline;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with a model outside: what it is told, what it can do, and what is kept of it. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "throughline.sandbox.morning-mail=false",
            "throughline.assistant.model=gpt-test",
            "throughline.assistant.time-limit=30s"
        })
class AssistantIT {

    @RegisterExtension
    static final WireMockExtension PROVIDER =
            WireMockExtension.newInstance().options(options().dynamicPort()).build();

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry registry) {
        registry.add("throughline.assistant.base-url", () -> PROVIDER.baseUrl() + "/v1");
    }

    @AfterEach
    void forgetTheProvider() {
        PROVIDER.resetAll();
    }

    @Test
    void changesNothingWhereItAgreesAndIsToldNoNames() throws Exception {
        names("CERT_LIABILITY");

        String item = certificate("agreed", "Harwin Storage LLC");

        String request = requestOf(item);
        await().atMost(PATIENCE)
                .until(() -> json("maria", "/api/requests/" + request)
                        .get("status")
                        .asText()
                        .equals("DONE"));
        PROVIDER.verify(1, postRequestedFor(anyUrl()));
        assertThat(PROVIDER.getAllServeEvents().get(0).getRequest().getBodyAsString())
                .contains("Certificate holder", "GL only")
                .doesNotContain("Okafor", "Denise", "Harwin", "BMC-GL", "@");
        assertThat(json("maria", "/api/inbound-items/" + item)
                        .get("modelVersion")
                        .asText())
                .isNotBlank()
                .isNotEqualTo("gpt-test-1");
    }

    @Test
    void bringsAPersonWhereItNamesOtherWork() throws Exception {
        names("LOSS_RUNS");

        String request = requestOf(certificate("doubted", "Tidewater Marina LLC"));

        await().atMost(PATIENCE).until(() -> timeline(request).contains("classification = SUGGEST"));
        assertThat(json("maria", "/api/requests/" + request).get("workType").asText())
                .isEqualTo("CERT_LIABILITY");
        assertThat(timeline(request))
                .contains("Assistant outside suggested LOSS_RUNS", "model version gpt-test-1")
                .contains("Learned model suggested CERT_LIABILITY");
    }

    @Test
    void goesOnWithoutItWhereItFails() throws Exception {
        PROVIDER.stubFor(post(anyUrl()).willReturn(serverError()));

        String request = requestOf(certificate("alone", "Pelican Point Apartments LLC"));

        await().atMost(PATIENCE)
                .until(() -> json("maria", "/api/requests/" + request)
                        .get("status")
                        .asText()
                        .equals("DONE"));
        assertThat(timeline(request)).doesNotContain("Assistant outside");
    }

    @Test
    void keepsWhatThePersonDidWithWhatWasSuggested() throws Exception {
        names("BILLING_INQUIRY");
        String item = mail("triaged", "hello", "Purple elephants enjoy the quiet harbor on long afternoons.");
        await().atMost(PATIENCE)
                .until(() -> json("sam", "/api/inbound-items/" + item)
                        .get("state")
                        .asText()
                        .equals("TRIAGE"));
        JsonNode suggestions =
                json("sam", "/api/inbound-items/" + item + "/triage").get("suggestions");
        assertThat(suggestions.findValuesAsText("workType")).contains("BILLING_INQUIRY");
        assertThat(suggestions.toString()).contains("the assistant outside names it");

        JsonNode task = json("sam", "/engine-rest/task?processInstanceBusinessKey=" + item)
                .get(0);
        String path = "/engine-rest/task/" + task.get("id").asText();
        send("sam", path + "/claim", Map.of("userId", "sam"));
        send("sam", path + "/complete", Map.of("variables", Map.of("workType", Map.of("value", "BILLING_INQUIRY"))));

        JsonNode rows = json("nora", "/api/reports/ai-oversight?groupBy=source,workType")
                .get("rows");
        assertThat(rows).anySatisfy(row -> {
            assertThat(row.get("source").asText()).isEqualTo("ASSISTANT");
            assertThat(row.get("workType").asText()).isEqualTo("BILLING_INQUIRY");
            assertThat(row.get("accepted").asInt()).isEqualTo(1);
            assertThat(row.get("overrideRate").asDouble()).isZero();
        });
        assertThat(timeline(requestOf(item))).contains("accepted by sam");
    }

    @Test
    void isNotAskedForAPreview() throws Exception {
        names("LOSS_RUNS");

        HttpResponse<String> preview = send(
                "maria",
                "/api/intake/preview",
                Map.of("channel", "EMAIL", "body", "Please send a certificate of insurance, GL only."));

        assertThat(preview.body()).contains("CERT_LIABILITY");
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    private static void names(String workType) throws IOException {
        String content = "{\"workType\": \"" + workType + "\", \"confidence\": 0.9}";
        PROVIDER.stubFor(post(anyUrl())
                .willReturn(okJson("{\"model\": \"gpt-test-1\", \"choices\": [{\"message\": {\"content\": "
                        + JSON.writeValueAsString(content) + "}}]}")));
    }

    private String certificate(String id, String holder) throws Exception {
        return mail(id, "COI for " + holder, """
                Please send a certificate of insurance, GL only, no special wording.
                Certificate holder:
                %s
                500 Harwin Dr
                Houston, TX 77036
                Please email it to office@harwin.example. Policy is BMC-GL-0448213.
                """.formatted(holder));
    }

    private String mail(String id, String subject, String body) throws Exception {
        String message = "From: Denise Okafor <denise@okaforplumbing.example>\r\nTo: service@harborline.example\r\n"
                + "Message-ID: <" + id + "@okaforplumbing.example>\r\nSubject: " + subject + "\r\n\r\n" + body;
        HttpResponse<String> answer = http.send(
                request("admin", "/api/intake/email")
                        .header("Content-Type", "message/rfc822")
                        .POST(BodyPublishers.ofString(message))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return JSON.readTree(answer.body()).get("inboundItemId").asText();
    }

    private String requestOf(String item) {
        return await().atMost(PATIENCE)
                .until(
                        () -> json("maria", "/api/inbound-items/" + item).get("requests"),
                        requests -> !requests.isEmpty())
                .get(0)
                .asText();
    }

    private String timeline(String request) throws Exception {
        return json("maria", "/api/requests/" + request + "/timeline").toString();
    }

    private JsonNode json(String user, String path) throws Exception {
        return JSON.readTree(http.send(request(user, path).build(), HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private HttpResponse<String> send(String user, String path, Object body) throws Exception {
        HttpResponse<String> answer = http.send(
                request(user, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path + answer.body()).isBetween(200, 204);
        return answer;
    }

    private HttpRequest.Builder request(String user, String path) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }
}

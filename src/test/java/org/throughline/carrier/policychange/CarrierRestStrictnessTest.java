package org.throughline.carrier.policychange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.RestClient;

/** The simulated carriers as any client of the vendor's API sees them: what they take and what they refuse. */
@AgainstSimulatedCarriers
class CarrierRestStrictnessTest {

    private static final String CHANGE = "{\"data\":{\"attributes\":{\"jobEffectiveDate\":\"2026-11-23\"}}}";

    private final RestClient carriers;
    private final RestClient sandbox;
    private String token = "";
    private String policy = "";

    CarrierRestStrictnessTest(@LocalServerPort int port) {
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/carrier");
        this.carriers = sandbox.mutate()
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @BeforeEach
    void login() {
        token = token("BMC", "practice-only").path("access_token").asText();
        policy = call(HttpMethod.POST, "BMC", "/policy/v1/search/policies", """
                        {"data":{"attributes":{"policyNumber":"BMC-GL-0448213"}}}""", Map.of())
                .path("data")
                .path(0)
                .path("attributes")
                .path("id")
                .asText();
    }

    @AfterEach
    void mend() {
        sandbox.put().uri("/_behavior").body(Map.of("mode", "issue")).retrieve().toBodilessEntity();
    }

    private JsonNode token(String carrier, String secret) {
        return Objects.requireNonNull(carriers.post()
                .uri("/" + carrier + "/oauth2/v1/token")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body("grant_type=client_credentials&client_id=harborline-throughline&client_secret=" + secret)
                .retrieve()
                .body(JsonNode.class));
    }

    private ResponseEntity<JsonNode> answer(
            HttpMethod method, String carrier, String path, String body, Map<String, String> headers) {
        RestClient.RequestBodySpec call = carriers.method(method)
                .uri("/" + carrier + "/rest" + path)
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        headers.forEach(call::header);
        return (body.isEmpty() ? call : call.body(body)).retrieve().toEntity(JsonNode.class);
    }

    private JsonNode call(HttpMethod method, String carrier, String path, String body, Map<String, String> headers) {
        return Objects.requireNonNull(
                answer(method, carrier, path, body, headers).getBody());
    }

    private JsonNode start() {
        return call(HttpMethod.POST, "BMC", "/policy/v1/policies/" + policy + "/change", CHANGE, Map.of())
                .path("data");
    }

    @Test
    void sellsTokensForItsOwnCredentialAndForOneCarrier() {
        assertThat(token("BMC", "wrong").path("error").asText()).isEqualTo("invalid_client");
        assertThat(token("LNI", "practice-only").path("error").asText()).isEqualTo("invalid_client");
        assertThat(answer(HttpMethod.GET, "SRM", "/policy/v1/policies/pc:1", "", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
        token = "none";
        assertThat(answer(HttpMethod.GET, "BMC", "/policy/v1/policies/" + policy, "", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'data':{'attributes':{'jobEffectiveDate':'2026-11-23','reason':'x'}}} | data.attributes.reason",
                "{'data':{'attributes':{'jobEffectiveDate':'2026-11-23'},'more':1}} | data.more",
                "{'attributes':{}} | attributes",
                "{'data':{'attributes':{}}} | jobEffectiveDate - is required",
                "{'data':{'attributes':{'jobEffectiveDate':'tomorrow'}}} | is not a date",
                "{'data':{'attributes':{'jobEffectiveDate':'2019-01-01'}}} | not within the policy period",
                "[ | not a JSON object"
            })
    void refusesWhatTheSchemaDoesNotName(String body, String problem) {
        ResponseEntity<JsonNode> answer = answer(
                HttpMethod.POST, "BMC", "/policy/v1/policies/" + policy + "/change", body.replace('\'', '"'), Map.of());

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
        JsonNode error = Objects.requireNonNull(answer.getBody()).path("error");
        assertThat(error.path("errorCode").asText()).isEqualTo("gw.api.rest.exceptions.BadInputException");
        assertThat(error.toString()).contains(problem);
    }

    @Test
    void takesATransactionOnce() {
        Map<String, String> transaction =
                Map.of("GW-DBTransaction-ID", UUID.randomUUID().toString());
        String path = "/policy/v1/policies/" + policy + "/change";

        assertThat(answer(HttpMethod.POST, "BMC", path, CHANGE, transaction)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        ResponseEntity<JsonNode> again = answer(HttpMethod.POST, "BMC", path, CHANGE, transaction);

        assertThat(again.getStatusCode().value()).isEqualTo(400);
        assertThat(Objects.requireNonNull(again.getBody())
                        .at("/error/errorCode")
                        .asText())
                .isEqualTo("gw.api.webservice.exception.AlreadyExecutedException");
        assertThat(answer(HttpMethod.POST, "BMC", path, CHANGE, Map.of("GW-DBTransaction-ID", "x".repeat(129)))
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void takesATransactionOnceThoughManyCallsComeAtATime() throws Exception {
        Map<String, String> transaction =
                Map.of("GW-DBTransaction-ID", UUID.randomUUID().toString());
        String path = "/policy/v1/policies/" + policy + "/change";
        ExecutorService threads = Executors.newFixedThreadPool(20);
        List<Callable<Integer>> same = Collections.nCopies(
                20,
                () -> answer(HttpMethod.POST, "BMC", path, CHANGE, transaction)
                        .getStatusCode()
                        .value());
        List<Callable<String>> others =
                Collections.nCopies(20, () -> start().at("/attributes/id").asText());

        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> status : threads.invokeAll(same)) {
            statuses.add(status.get());
        }
        Set<String> ids = new HashSet<>();
        for (Future<String> id : threads.invokeAll(others)) {
            ids.add(id.get());
        }
        threads.shutdown();

        assertThat(statuses)
                .containsOnlyOnce(201)
                .filteredOn(status -> status == 400)
                .hasSize(19);
        assertThat(ids).hasSize(20);
    }

    @Test
    void refusesAnOutdatedChecksumAndReturnsTheCorrelation() {
        JsonNode job = start();
        String path = "/job/v1/jobs/" + job.at("/attributes/id").asText();

        ResponseEntity<JsonNode> outdated = answer(
                HttpMethod.POST,
                "BMC",
                path + "/withdraw",
                "",
                Map.of("GW-Checksum", "old", "X-Correlation-ID", "SR-2026-000001-1"));
        ResponseEntity<JsonNode> right = answer(
                HttpMethod.POST,
                "BMC",
                path + "/withdraw",
                "",
                Map.of("GW-Checksum", job.path("checksum").asText(), "X-Correlation-ID", "SR-2026-000001-1"));

        assertThat(outdated.getStatusCode().value()).isEqualTo(409);
        assertThat(right.getHeaders().getFirst("X-Correlation-ID")).isEqualTo("SR-2026-000001-1");
        assertThat(Objects.requireNonNull(right.getBody())
                        .at("/data/attributes/jobStatus/code")
                        .asText())
                .isEqualTo("Withdrawn");
    }

    @Test
    void forgetsARehearsal() {
        JsonNode rehearsed = call(
                        HttpMethod.POST,
                        "BMC",
                        "/policy/v1/policies/" + policy + "/change",
                        CHANGE,
                        Map.of("GW-DoNotCommit", "true"))
                .path("data");

        assertThat(rehearsed.at("/attributes/jobStatus/code").asText()).isEqualTo("Draft");
        String path = "/job/v1/jobs/" + rehearsed.at("/attributes/id").asText();
        ResponseEntity<JsonNode> missing = answer(HttpMethod.GET, "BMC", path, "", Map.of());
        assertThat(missing.getStatusCode().value()).isEqualTo(404);
        assertThat(Objects.requireNonNull(missing.getBody())
                        .at("/error/userMessage")
                        .asText())
                .startsWith("No resource was found at path");
    }

    @Test
    void bindsOnlyWhatIsQuotedAndQuotesOnlyWhatChanges() {
        String path = "/job/v1/jobs/" + start().at("/attributes/id").asText();

        assertThat(answer(HttpMethod.POST, "BMC", path + "/bind-and-issue", "", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
        assertThat(call(HttpMethod.POST, "BMC", path + "/quote", "", Map.of())
                        .at("/error/userMessage")
                        .asText())
                .isEqualTo("The policy change changes nothing");
        String insureds = path + "/lines/GLLine/additional-insureds";
        assertThat(answer(HttpMethod.POST, "BMC", insureds, """
                        {"data":{"attributes":{"displayName":"Strict LLC"}}}""", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertThat(call(HttpMethod.POST, "BMC", path + "/quote", "", Map.of())
                        .at("/data/attributes/jobStatus/code")
                        .asText())
                .isEqualTo("Quoted");
        assertThat(call(HttpMethod.GET, "BMC", insureds, "", Map.of())
                        .path("count")
                        .asInt())
                .isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "/policy/v1/policies/pc:0",
        "/job/v1/jobs/pc:0",
        "/claim/v1/claims/cc:0",
        "/common/v1/documents/none",
        "/policy/v1/nothing"
    })
    void hasNothingElse(String path) {
        assertThat(answer(HttpMethod.GET, "BMC", path, "", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void refusesUnknownParameters() {
        assertThat(answer(HttpMethod.GET, "BMC", "/policy/v1/policies/" + policy + "?expand=all", "", Map.of())
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"mode\":\"whatever\"}', 400",
        "'{\"mode\":\"issue\",\"carrier\":\"XYZ\"}', 400",
        "'{\"mode\":\"delay\",\"delaySeconds\":-1}', 400",
        "'{\"mode\":\"Decline\",\"carrier\":\"SRM\"}', 200"
    })
    void letsTheAdministratorSayHowCarriersDecide(String body, int status) {
        assertThat(carriers.put()
                        .uri("/_behavior")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(body)
                        .retrieve()
                        .toBodilessEntity()
                        .getStatusCode()
                        .value())
                .isEqualTo(status);
    }
}

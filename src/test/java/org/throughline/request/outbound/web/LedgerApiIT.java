package org.throughline.request.outbound.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.history.UserOperationLogEntry;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.throughline.request.outbound.LedgerRequests;

/** The ledger over HTTP, with an AMS that fails, loses its answers and refuses. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
@Import(LedgerRequests.class)
class LedgerApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LedgerRequests requests;
    private final HistoryService history;

    @LocalServerPort
    private int port;

    @Autowired
    LedgerApiIT(LedgerRequests requests, HistoryService history) {
        this.requests = requests;
        this.history = history;
    }

    @AfterEach
    void mend() {
        requests.fault(port, "none");
    }

    @Test
    void triesAWriteAgainWhoseAnswerWasLost() throws Exception {
        String number = LedgerRequests.number();
        requests.plan(number, LedgerRequests.CLIENT, "My SSN is 123-45-6789.");
        assertThat(item(number).get("waitsFor").asText()).isEqualTo("Tried in a moment");
        assertThat(problem(number + "-1", "nora")).contains("No step of " + number + " has failed");

        requests.fault(port, "500-after-effect");
        requests.runStep(number);
        JsonNode lost = item(number);
        assertThat(lost.get("status").asText()).isEqualTo("UNKNOWN");
        assertThat(lost.get("attempts").asInt()).isEqualTo(1);
        assertThat(lost.get("waitsFor").asText()).startsWith("Tried again at ");
        assertThat(lost.get("retryable").asBoolean()).isTrue();
        assertThat(lost.get("plannedAt").asText()).matches(".*-0[56]:00");

        requests.giveUp(number);
        assertThat(item(number).get("waitsFor").asText()).isEqualTo("Failed for good: retry or look at the incident");
        assertThat(item(number).get("link").asText()).contains("/operaton/app/cockpit/default/#/");
        requests.fault(port, "none");
        call("POST", "outbound-writes/" + number + "-1/retry", "nora", 202);

        assertThat(requests.step(number).getRetries()).isPositive();
        assertThat(history.createUserOperationLogQuery().userId("nora").list())
                .extracting(UserOperationLogEntry::getOperationType)
                .contains(
                        UserOperationLogEntry.OPERATION_TYPE_SET_JOB_RETRIES,
                        UserOperationLogEntry.OPERATION_TYPE_SET_DUEDATE);
        requests.runStep(number);
        JsonNode done = item(number);
        assertThat(done.get("status").asText()).isEqualTo("DONE");
        assertThat(done.get("waitsFor").isNull()).isTrue();
        assertThat(problem(number + "-1", "admin")).contains(number + "-1 is done");
        JsonNode one = call("GET", "outbound-writes/" + number + "-1", "maria", 200);
        assertThat(one.get("payload").get("text").asText()).isEqualTo("My SSN is [Social Security number removed].");
        assertThat(one.get("reference").asText()).isEqualTo(number + "-1");
    }

    @Test
    void runsAStepNowThatWaitsForItsNextTry() throws Exception {
        String number = LedgerRequests.number();
        requests.plan(number, LedgerRequests.CLIENT, "One more");
        requests.fault(port, "500-after-effect");
        requests.runStep(number);
        int retries = requests.step(number).getRetries();

        JsonNode taken = call("POST", "outbound-writes/" + number + "-1/retry", "nora", 202);

        assertThat(taken.get("waitsFor").asText()).isEqualTo("Tried in a moment");
        assertThat(requests.step(number).getRetries()).isEqualTo(retries);
    }

    @Test
    void namesTheTaskThatDecidesAboutARefusal() throws Exception {
        String number = LedgerRequests.number();
        requests.plan(number, "no-such-insured", "Refused");
        requests.runStep(number);

        JsonNode refused = item(number);
        assertThat(refused.get("status").asText()).isEqualTo("REJECTED");
        assertThat(refused.get("waitsFor").asText()).isEqualTo("Waits for a person: Resolve refused write");
        assertThat(refused.get("link").asText()).contains("/operaton/app/tasklist/default/#/?task=");
        assertThat(problem(number + "-1", "nora"))
                .contains("The task \"Resolve refused write\" of " + number + " decides");
        assertThat(call("GET", "outbound-writes?status=rejected&kind=AMS_NOTE", "nora", 200)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
        JsonNode counts = call("GET", "outbound-writes/counts?request=" + number, "nora", 200);
        assertThat(counts.get("REJECTED").asInt()).isEqualTo(1);
        assertThat(counts.get("DONE").asInt()).isZero();
    }

    @Test
    void showsWhatStandsAgainstWhatInAConflict() throws Exception {
        String number = LedgerRequests.number();
        requests.planPhone(number, "Yolanda Marin", "512-555-0001", "512-555-0002");
        requests.runStep(number);

        assertThat(item(number).get("status").asText()).isEqualTo("CONFLICT");
        assertThat(problem(number + "-1", "nora"))
                .contains("The task \"Resolve conflict\" of " + number + " decides which is right");
        JsonNode conflict =
                call("GET", "outbound-writes/" + number + "-1", "maria", 200).get("conflict");
        assertThat(conflict.get("base").asText()).isEqualTo("512-555-0001");
        assertThat(conflict.get("ours").asText()).isEqualTo("512-555-0002");
        assertThat(conflict.get("theirs").asText()).isEqualTo("512-555-0165");
        assertThat(conflict.get("theirsReadAt").asText()).matches(".*-0[56]:00");
        assertThat(call("GET", "outbound-writes?status=conflict&kind=ams_contact", "nora", 200)
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, outbound-writes, maria, 200",
        "GET, outbound-writes, analyst, 200",
        "GET, outbound-writes/counts, analyst, 200",
        "GET, outbound-writes/SR-2026-919999-1, analyst, 403",
        "GET, outbound-writes/SR-2026-919999-1, maria, 404",
        "GET, outbound-writes, ana, 403",
        "GET, outbound-writes/counts, ana, 403",
        "GET, outbound-writes/SR-2026-919999-1, ana, 403",
        "POST, outbound-writes/SR-2026-919999-1/retry, ana, 403",
        "POST, outbound-writes/SR-2026-919999-1/retry, maria, 403",
        "POST, outbound-writes/SR-2026-919999-1/retry, analyst, 403",
        "POST, outbound-writes/SR-2026-919999-1/retry, nora, 404",
        "GET, outbound-writes?status=SENT, nora, 400",
        "GET, outbound-writes?from=soon, nora, 400",
        "GET, outbound-writes?size=0, nora, 400"
    })
    void answersWhoMayAskWhatCanBeAnswered(String method, String path, String user, int status) throws Exception {
        JsonNode answer = call(method, path, user, status);

        if (status >= 400) {
            assertThat(answer.get("detail").asText()).isNotBlank();
        }
    }

    private JsonNode item(String number) throws Exception {
        JsonNode page = call("GET", "outbound-writes?request=" + number, "nora", 200);
        assertThat(page.get("total").asInt()).isEqualTo(1);
        return page.get("items").get(0);
    }

    private String problem(String reference, String user) throws Exception {
        return call("POST", "outbound-writes/" + reference + "/retry", user, 409)
                .get("detail")
                .asText();
    }

    private JsonNode call(String method, String path, String user, int status) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + path))
                .header("Authorization", "Basic " + login)
                .method(method, BodyPublishers.noBody())
                .build();
        var answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}

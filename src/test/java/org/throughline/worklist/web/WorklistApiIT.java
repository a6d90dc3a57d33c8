package org.throughline.worklist.web;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tasks claimed and moved many at a time, and the work of somebody who is away, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class WorklistApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLS = 5;

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void movesTheWorkOfWhoIsAwayToColleaguesWhoMayDoIt() throws Exception {
        for (int call = 0; call < CALLS; call++) {
            call(
                    "POST",
                    "intake/phone",
                    Map.of(
                            "externalId",
                            "call-" + call,
                            "from",
                            "(713) 555-0142",
                            "subject",
                            "Coverage question",
                            "body",
                            "Is a rented trencher covered by our general liability policy? Crew " + call + " asks."),
                    "maria",
                    202);
        }
        await().atMost(PATIENCE)
                .until(() -> call("GET", "tasks?queue=account-managers", null, "maria", 200)
                                .get("total")
                                .asInt()
                        == CALLS);
        JsonNode tasks = call("GET", "tasks?queue=account-managers", null, "maria", 200);
        List<String> ids = new ArrayList<>();
        tasks.get("items").forEach(task -> ids.add(task.get("id").asText()));
        assertThat(tasks.get("items")).allSatisfy(task -> {
            assertThat(task.get("suggestion").asText()).startsWith("Waits in account-managers. It would suit ");
            assertThat(task.get("link").asText())
                    .endsWith("#/?task=" + task.get("id").asText());
        });

        assertThat(call("POST", "tasks/claim", Map.of("taskIds", ids), "devon", 200))
                .allSatisfy(result -> {
                    assertThat(result.get("done").asBoolean()).isFalse();
                    assertThat(result.get("reason").asText()).contains("license");
                });
        assertThat(call("POST", "tasks/claim", Map.of("taskIds", ids), "maria", 200))
                .allSatisfy(result -> assertThat(result.get("done").asBoolean()).isTrue());
        assertThat(call("POST", "tasks/claim", Map.of("taskIds", ids), "hector", 200))
                .allSatisfy(result -> assertThat(result.get("done").asBoolean()).isFalse());
        call("POST", "rebalances", Map.of("userId", "maria", "reason", "Out sick"), "maria", 403);

        String run = call("POST", "rebalances", Map.of("userId", "maria", "reason", "Out sick"), "nora", 202)
                .get("id")
                .asText();
        await().atMost(PATIENCE)
                .until(() -> !call("GET", "rebalances/" + run, null, "nora", 200)
                        .get("run")
                        .get("endedAt")
                        .isNull());

        JsonNode done = call("GET", "rebalances/" + run, null, "nora", 200);
        assertThat(done.get("run").get("moved").asInt()).isEqualTo(CALLS);
        assertThat(done.get("moves").get("items")).allSatisfy(move -> {
            assertThat(move.get("movedTo").asText()).isNotIn("maria", "devon");
            assertThat(move.get("reason").asText()).startsWith("Went to ").contains("minutes free today");
        });
        assertThat(call("GET", "tasks?assignee=maria", null, "nora", 200)
                        .get("total")
                        .asInt())
                .isZero();
        assertThat(call(
                        "POST",
                        "tasks/reassign",
                        Map.of("taskIds", ids, "userId", "devon", "reason", "Help out"),
                        "nora",
                        200))
                .allSatisfy(result -> assertThat(result.get("reason").asText()).contains("license"));
    }

    private JsonNode call(String method, String path, @Nullable Object body, String user, int status) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }
}

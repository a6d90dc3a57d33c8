package org.throughline.worklist.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.request.web.RequestCalls;

/** Requests sent another way over HTTP, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class RequestRerouteIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Test
    void movesTheOpenTasksToAnotherQueueAndAPerson() throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = waiting(calls, "reroute-1");

        JsonNode moved = reroute(calls, number, Map.of("queue", "producers"), "devon", 200);
        assertThat(moved.get("queue").asText()).isEqualTo("producers");
        assertThat(moved.get("route").asText()).isEqualTo("LICENSED_STAFF");
        assertThat(calls.tasksOf(number)).singleElement().satisfies(task -> {
            assertThat(task.get("queue").asText()).isEqualTo("producers");
            assertThat(task.get("suggestion").asText()).startsWith("Sent another way: It is theirs.");
        });

        JsonNode given = reroute(calls, number, Map.of("assignee", "priya"), "devon", 200);
        assertThat(given.get("assignee").asText()).isEqualTo("priya");
        assertThat(given.get("queue").asText()).isEqualTo("producers");

        assertThat(calls.get("requests/" + number + "/timeline", "maria", 200))
                .filteredOn(entry -> entry.get("title").asText().equals("Sent another way by Devon Reed"))
                .extracting(entry -> entry.get("detail").asText())
                .containsExactly(
                        "account-managers to producers. It is theirs.", "in producers, to priya. It is theirs.");
    }

    @Test
    void saysWhoMayNotHaveIt() throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = waiting(calls, "reroute-2");

        assertThat(refusal(calls, number, Map.of("assignee", "devon"), "nora", 422))
                .contains("license");
        assertThat(refusal(calls, number, Map.of("assignee", "ghost"), "nora", 422))
                .contains("Nobody of the agency works under the user id ghost");
        assertThat(refusal(calls, number, Map.of("assignee", "ana"), "nora", 422))
                .contains("Nobody of the agency");
        assertThat(refusal(calls, number, Map.of("queue", "accounting", "assignee", "maria"), "nora", 422))
                .contains("Maria Santos does not work from the queue accounting");
        assertThat(refusal(calls, number, Map.of("route", "AUTOMATION"), "nora", 422))
                .contains("Nobody sends a request to automation by hand");
        assertThat(refusal(calls, number, Map.of("route", "EXTERNAL_PARTNER"), "nora", 422))
                .contains("No partner takes COVERAGE_QUESTION");
        calls.post(
                "staff/hector/absences",
                Map.of(
                        "startsAt",
                        Instant.now().minus(Duration.ofDays(1)).toString(),
                        "endsAt",
                        Instant.now().plus(Duration.ofDays(7)).toString(),
                        "reason",
                        "VACATION"),
                "nora",
                201);
        assertThat(refusal(calls, number, Map.of("assignee", "hector"), "nora", 409))
                .contains("is absent now");

        reroute(calls, number, Map.of("assignee", "maria"), "nora", 200);
        assertThat(refusal(calls, number, Map.of("queue", "producers"), "devon", 403))
                .contains("maria works on \"Carry out request\"");
        assertThat(calls.tasksOf(number))
                .singleElement()
                .satisfies(task -> assertThat(task.get("assignee").asText()).isEqualTo("maria"));

        reroute(calls, number, Map.of("queue", "compliance"), "nora", 200);
        assertThat(refusal(calls, number, Map.of("route", "EXTERNAL_PARTNER"), "nora", 422))
                .contains("Work of the queue compliance stays in the house");
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', maria, 400, Say where it goes",
        "NOWHERE, '', '', maria, 400, There is no route NOWHERE",
        "'', basement, '', maria, 400, There is no queue basement",
        "EXTERNAL_PARTNER, producers, '', maria, 400, does not belong to the route",
        "EXTERNAL_PARTNER, '', maria, maria, 400, A partner chooses its own people",
        "'', producers, '', ana, 403, Your role",
        "'', producers, '', analyst, 403, Your role"
    })
    void refusesWhatIsNotThere(String route, String queue, String assignee, String user, int status, String says)
            throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = waiting(calls, "reroute-3");

        assertThat(refusal(calls, number, Map.of("route", route, "queue", queue, "assignee", assignee), user, status))
                .contains(says);
    }

    @Test
    void takesWorkBackFromAPartnerAndGivesItAgain() throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = calls.opened(
                "reroute-4",
                "Loss runs please",
                "Please order five years of loss runs for policy BMC-GL-0448213. Thank you.");
        await().atMost(PATIENCE).until(() -> partnersWork(calls, number, "OFFERED") == 1);

        JsonNode back = reroute(calls, number, Map.of("assignee", "maria", "route", "LICENSED_STAFF"), "nora", 200);
        assertThat(back.get("route").asText()).isEqualTo("LICENSED_STAFF");
        assertThat(back.get("queue").asText()).isEqualTo("account-managers");
        assertThat(back.get("waitingOn").isNull()).isTrue();
        assertThat(back.get("assignee").asText()).isEqualTo("maria");
        assertThat(partnersWork(calls, number, "OFFERED")).isZero();
        assertThat(partnersWork(calls, number, "WITHDRAWN")).isEqualTo(1);
        calls.get("requests/" + number, "kofi", 404);
        assertThat(calls.tasksOf(number))
                .singleElement()
                .satisfies(task -> assertThat(task.get("name").asText()).isEqualTo("Carry out request"));

        JsonNode again = reroute(calls, number, Map.of("route", "EXTERNAL_PARTNER"), "nora", 200);
        assertThat(again.get("queue").asText()).isEqualTo("partner-processors");
        assertThat(again.get("waitingOn").asText()).isEqualTo("PARTNER");
        assertThat(partnersWork(calls, number, "OFFERED")).isEqualTo(1);
        calls.get("requests/" + number, "kofi", 200);
        assertThat(refusal(calls, number, Map.of("route", "EXTERNAL_PARTNER"), "nora", 409))
                .contains("already");

        calls.post("requests/" + number + "/withdraw", Map.of("reason", "The client left."), "nora", 200);
        assertThat(partnersWork(calls, number, "OFFERED")).isZero();
        assertThat(refusal(calls, number, Map.of("queue", "producers"), "nora", 409))
                .contains("is closed");
    }

    private static long partnersWork(RequestCalls calls, String number, String status) throws Exception {
        long found = 0;
        for (JsonNode work :
                calls.get("partner/work?status=" + status, "nora", 200).get("items")) {
            found += work.get("number").asText().equals(number) ? 1 : 0;
        }
        return found;
    }

    private static String waiting(RequestCalls calls, String externalId) throws Exception {
        String number = calls.coverageQuestion(externalId);
        await().atMost(PATIENCE).until(() -> calls.tasksOf(number).size() == 1);
        return number;
    }

    private static JsonNode reroute(RequestCalls calls, String number, Map<String, String> way, String user, int status)
            throws Exception {
        Map<String, String> body = new HashMap<>(way);
        body.put("reason", "It is theirs.");
        return calls.post("requests/" + number + "/reroute", body, user, status);
    }

    private static String refusal(RequestCalls calls, String number, Map<String, String> way, String user, int status)
            throws Exception {
        return reroute(calls, number, way, user, status).get("detail").asText();
    }
}

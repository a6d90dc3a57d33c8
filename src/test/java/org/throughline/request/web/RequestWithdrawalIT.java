package org.throughline.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests taken back over HTTP, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class RequestWithdrawalIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Test
    void endsTheWorkAndKeepsWhy() throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = calls.coverageQuestion("withdraw-1");
        await().atMost(PATIENCE).until(() -> calls.tasksOf(number).size() == 1);

        JsonNode withdrawn = calls.post(
                "requests/" + number + "/withdraw", Map.of("reason", "Rented it out instead."), "maria", 200);

        assertThat(withdrawn.get("status").asText()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.get("closedAt").isNull()).isFalse();
        assertThat(withdrawn.get("assignee").isNull()).isTrue();
        assertThat(calls.tasksOf(number)).isEmpty();
        assertThat(calls.get("requests/" + number + "/timeline", "maria", 200)).anySatisfy(entry -> {
            assertThat(entry.get("title").asText()).isEqualTo("Withdrawn by Maria Santos");
            assertThat(entry.get("detail").asText()).isEqualTo("Rented it out instead.");
            assertThat(entry.get("person").asText()).isEqualTo("maria");
        });

        assertThat(calls.post("requests/" + number + "/withdraw", Map.of("reason", "Again"), "devon", 200))
                .isEqualTo(withdrawn);
        assertThat(calls.get("requests/" + number + "/timeline", "maria", 200).toString())
                .doesNotContain("Withdrawn by Devon");
    }

    @Test
    void saysHowARequestEndedThatCannotBeTakenBack() throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = calls.opened(
                "withdraw-2", "Newsletter", "Unsubscribe here. Our best office furniture deals of the month, 40% off.");
        await().atMost(PATIENCE)
                .until(() -> !calls.get("requests/" + number, "maria", 200)
                        .get("closedAt")
                        .isNull());

        JsonNode refused = calls.post("requests/" + number + "/withdraw", Map.of("reason", "No need"), "maria", 409);

        assertThat(refused.get("detail").asText()).contains(number).contains("it ended as NOT_WORK");
    }

    @ParameterizedTest
    @CsvSource({"ana, 403", "analyst, 403", "nobody, 401"})
    void isForTheAgencysPeople(String user, int status) throws Exception {
        new RequestCalls(port).post("requests/SR-2026-999999/withdraw", Map.of("reason", "x"), user, status);
    }

    @Test
    void asksForTheReasonAndAKnownRequest() throws Exception {
        RequestCalls calls = new RequestCalls(port);

        assertThat(calls.post("requests/SR-2026-999999/withdraw", Map.of("reason", " "), "maria", 400)
                        .get("detail")
                        .asText())
                .isEqualTo("reason: Give the reason; it is kept with the request.");
        calls.post("requests/SR-2026-999999/withdraw", Map.of("reason", "No need"), "maria", 404);
    }
}

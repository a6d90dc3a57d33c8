package org.throughline.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the simulated carriers have of a request's policy, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class CarrierRecordsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @LocalServerPort
    private int port;

    @Test
    void showsWhatTheCarrierHasAndSaysWhenItIsDown() throws Exception {
        RequestCalls calls = new RequestCalls(port);
        String number = calls.mailed(
                "records-1",
                "Policy BMC-GL-0448213",
                "Is a trencher covered by policy BMC-GL-0448213? Please tell me.");
        await().atMost(PATIENCE)
                .until(() -> calls.get("requests/" + number, "maria", 200)
                        .get("policies")
                        .toString()
                        .contains("BMC-GL-0448213"));

        JsonNode records = calls.get("requests/" + number + "/carrier-records", "maria", 200);
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.get("carrier").asText()).isEqualTo("BMC");
            assertThat(record.get("sentence").isNull()).isTrue();
            assertThat(record.get("policy").get("insured").asText()).contains("Okafor");
            assertThat(record.get("policy").get("coverages")).isNotEmpty();
            assertThat(record.get("billing").get("balance").get("currency").asText())
                    .isEqualTo("USD");
            assertThat(record.get("documents")).isNotEmpty();
        });
        String documents = "requests/" + number + "/carrier-records/BMC-GL-0448213/documents/";
        assertThat(bytes(documents
                        + records.get(0).get("documents").get(0).get("id").asText()))
                .isPositive();
        calls.get(documents + "of-nobody", "maria", 404);
        calls.get("requests/" + number + "/carrier-records", "ana", 403);

        send("PUT", "/sandbox/carrier/_fault", "{\"mode\": \"down\"}");
        assertThat(calls.get("requests/" + number + "/carrier-records", "maria", 200))
                .singleElement()
                .satisfies(record -> {
                    assertThat(record.get("policy").isNull()).isTrue();
                    assertThat(record.get("sentence").asText()).contains("Try again in a minute");
                });
    }

    private int bytes(String path) throws Exception {
        return send("GET", "/api/" + path, "").length;
    }

    private byte[] send(String method, String path, String body) throws Exception {
        String login = Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "application/json")
                                .method(method, BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofByteArray())
                .body();
    }
}

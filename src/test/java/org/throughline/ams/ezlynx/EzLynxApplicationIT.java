package org.throughline.ams.ezlynx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestConstructor;
import org.throughline.ams.AmsSystem;
import org.throughline.ams.ClientIndex;
import org.throughline.ams.ClientIndex.IndexedClient;

/** The whole application with EZLynx for its agency management system, by one setting. */
@SpringBootTest(
        webEnvironment = WebEnvironment.DEFINED_PORT,
        properties = {
            "throughline.ams.vendor=ezlynx",
            "throughline.ams.sync-interval=1s",
            "throughline.sandbox.morning-mail=false"
        })
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class EzLynxApplicationIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final ClientIndex index;
    private final AmsSystem system;

    @LocalServerPort
    private int port;

    EzLynxApplicationIT(ClientIndex index, AmsSystem system) {
        this.index = index;
        this.system = system;
    }

    @Test
    void knowsItsClientsFromTheBookAndFromTheWebhook() throws IOException, InterruptedException {
        await().atMost(PATIENCE).until(index::ready);
        assertThat(system.name()).isEqualTo("EZLynx");
        assertThat(system.capabilities()).isEmpty();
        assertThat(index.byEmail("lmarin@marinframing.example")).singleElement().satisfies(client -> {
            assertThat(client.clientId()).isEqualTo("25410002");
            assertThat(client.policies())
                    .anySatisfy(policy -> assertThat(policy.inForce()).isTrue());
        });
        assertThat(index.byEmail("sid@oldharbor.example")).isEmpty();

        String event = "{\"event\":\"ApplicantUpdated\",\"applicantId\":25430117}";
        assertThat(post("/sandbox/ezlynx/_event", event, null).statusCode()).isEqualTo(401);
        assertThat(post("/sandbox/ezlynx/_event", event, "maria").statusCode()).isEqualTo(403);
        assertThat(post("/sandbox/ezlynx/_event", event, "admin").body()).contains("[200,200]");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(index.byEmail("sid@oldharbor.example"))
                        .extracting(IndexedClient::clientId)
                        .containsExactly("25430117"));
    }

    @Test
    void opensNoMoreThanTheWebhook() throws IOException, InterruptedException {
        assertThat(post("/webhooks/ezlynx/wrong", "{}", null).statusCode()).isEqualTo(403);
        assertThat(post("/webhooks/ezlynx", "{}", null).statusCode()).isEqualTo(403);
        assertThat(post("/webhooks/ezlynx/a/b", "{}", null).statusCode()).isEqualTo(401);
        assertThat(post("/sandbox/ezlynx/PolicyApi/account/25410002/policy/v1/create", "{}", null)
                        .statusCode())
                .isEqualTo(401);
    }

    private HttpResponse<String> post(String path, String body, @Nullable String user)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (user != null) {
            String login = user + ":" + user;
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}

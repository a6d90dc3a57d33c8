package org.throughline.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.throughline.intake.Content;

/** What comes in to a branch by its own host name, number, form and folder, beside the same for the main agency. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "operaton.bpm.job-execution.enabled=false",
            "throughline.sandbox.morning-mail=false",
            "throughline.portal.branches.bayside.hosts=127.0.0.1"
        })
@ActiveProfiles({"sandbox", "two-agencies"})
class BranchChannelsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String MAIN = "harborline";
    private static final String BRANCH = "bayside";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;
    private final Environment environment;

    @LocalServerPort
    private int port;

    @Autowired
    BranchChannelsIT(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.environment = environment;
    }

    @Test
    void thePortalIsTheAgencysWhoseHostNameItIs() throws Exception {
        assertThat(get("http://127.0.0.1:%d/portal"))
                .contains("Bayside Insurance")
                .doesNotContain("Harborline");
        assertThat(get("http://localhost:%d/portal")).contains("Harborline").doesNotContain("Bayside");

        ask("http://127.0.0.1:%d/portal", "to the branch");
        ask("http://localhost:%d/portal", "to the main agency");

        assertThat(agencyOf("to the branch")).isEqualTo(BRANCH);
        assertThat(agencyOf("to the main agency")).isEqualTo(MAIN);
    }

    @Test
    void aTextMessageIsTheAgencysWhoseNumberWasCalled() throws Exception {
        text("SM-branch", "+14095550140", "text for the branch");
        text("SM-main", "+17135550100", "text for the main agency");

        assertThat(agencyOf("text for the branch")).isEqualTo(BRANCH);
        assertThat(agencyOf("text for the main agency")).isEqualTo(MAIN);
    }

    @Test
    void aFormIsTheAgencysThatHasIt() throws Exception {
        fill("bayside-contact-us", "form for the branch");
        fill("contact-us", "form for the main agency");

        assertThat(agencyOf("form for the branch")).isEqualTo(BRANCH);
        assertThat(agencyOf("form for the main agency")).isEqualTo(MAIN);
    }

    @Test
    void aFileIsTheAgencysInWhoseFolderItLies() throws Exception {
        leave("throughline.intake.feed.branches.bayside.directory", "notice for the branch");
        leave("throughline.intake.feed.directory", "notice for the main agency");

        await().atMost(PATIENCE).until(() -> known("notice for the branch") && known("notice for the main agency"));
        assertThat(agencyOf("notice for the branch")).isEqualTo(BRANCH);
        assertThat(agencyOf("notice for the main agency")).isEqualTo(MAIN);
    }

    private void leave(String folder, String text) throws IOException {
        Path in = Files.createDirectories(Path.of(environment.getRequiredProperty(folder)));
        Files.writeString(in.resolve(UUID.randomUUID() + ".txt"), "Subject: Notice\n\n" + text);
    }

    private boolean known(String words) {
        return !jdbc.sql("select tenant_id from inbound_item where body like ?")
                .param("%" + words + "%")
                .query(String.class)
                .list()
                .isEmpty();
    }

    private String agencyOf(String words) {
        return jdbc.sql("select tenant_id from inbound_item where body like ?")
                .param("%" + words + "%")
                .query(String.class)
                .single();
    }

    private String get(String address) throws Exception {
        return http.send(HttpRequest.newBuilder(uri(address)).build(), BodyHandlers.ofString())
                .body();
    }

    private void ask(String address, String words) throws Exception {
        String body = encoded(Map.of(
                "submissionId",
                UUID.randomUUID().toString(),
                "name",
                "Jo Frank",
                "email",
                "jo@bakery.example",
                "text",
                "A question " + words));
        assertThat(post(uri(address), "application/x-www-form-urlencoded", body, "X-Other", "x")
                        .statusCode())
                .isEqualTo(303);
    }

    private void text(String sid, String called, String words) throws Exception {
        URI address = uri("http://localhost:%d/webhooks/twilio/sms");
        String body = encoded(Map.of("MessageSid", sid, "From", "+14045550185", "To", called, "Body", words));
        TelephonyMessages.Call call = TelephonyMessages.Call.of(body.getBytes(StandardCharsets.UTF_8));
        String signature = TwilioSignature.of("practice-twilio-token", address.toString(), call.fields());
        assertThat(post(address, "application/x-www-form-urlencoded", body, "X-Twilio-Signature", signature)
                        .statusCode())
                .isEqualTo(200);
    }

    private void fill(String formId, String words) throws Exception {
        String body = "{\"message\":\"" + words + "\"}";
        String time = Long.toString(Instant.now().getEpochSecond());
        String hash =
                FormSignature.hash("practice-form-secret", time, Content.of(body.getBytes(StandardCharsets.UTF_8)));
        assertThat(post(
                                uri("http://localhost:%d/webhooks/forms/" + formId),
                                "application/json",
                                body,
                                FormSignature.HEADER,
                                "t=" + time + ",v1=" + hash)
                        .statusCode())
                .isEqualTo(202);
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> post(URI address, String type, String body, String header, String value)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", type)
                        .header(header, value)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String address) {
        return URI.create(address.formatted(port));
    }
}

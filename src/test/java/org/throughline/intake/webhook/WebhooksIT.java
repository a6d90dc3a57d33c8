package org.throughline.intake.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.intake.Content;
import org.throughline.intake.InboundItem;
import org.throughline.intake.InboundItems;

/** The webhooks as other systems call them, and the form mappings as an analyst changes them. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "operaton.bpm.job-execution.enabled=false",
            "throughline.sandbox.morning-mail=false",
            "throughline.rate-limit.burst=60",
            "throughline.rate-limit.per-second=1"
        })
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WebhooksIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORM_SECRET = "practice-form-secret";

    private final HttpClient http = HttpClient.newHttpClient();
    private final InboundItems items;

    @LocalServerPort
    private int port;

    @Autowired
    WebhooksIT(InboundItems items) {
        this.items = items;
    }

    private static Map<String, String> message(String sid, String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("MessageSid", sid);
        fields.put("From", "+14045550185");
        fields.put("To", "+17135550100");
        fields.put("Body", body);
        return fields;
    }

    @Test
    void aTextMessageIsOneItemHoweverOftenItIsSent() throws Exception {
        Map<String, String> fields = message("SM1", "need my id card & fast, señor");
        fields.put("NumMedia", "1");
        fields.put("MediaUrl0", "https://api.example/media/1");
        fields.put("MediaContentType0", "image/jpeg");

        HttpResponse<String> first = twilio("/webhooks/twilio/sms?agency=1", fields);
        HttpResponse<String> again = twilio("/webhooks/twilio/sms?agency=1", fields);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/xml"));
        assertThat(first.body()).contains("<Response></Response>");
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(item(again).id()).isEqualTo(item(first).id());
        assertThat(item(first)).satisfies(item -> {
            assertThat(item.externalId()).isEqualTo("SM1");
            assertThat(item.senderAddress()).isEqualTo("+14045550185");
            assertThat(item.body())
                    .isEqualTo("need my id card & fast, señor\n"
                            + "Picture or file (image/jpeg): https://api.example/media/1");
        });
    }

    @Test
    void aCallWithoutItsSignatureAddsNothing() throws Exception {
        long before = items.count(null);

        assertThat(post("/webhooks/twilio/sms", form(message("SM2", "hi")), "X-Twilio-Signature", "AAAA")
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> unsigned =
                post("/webhooks/twilio/voicemail", form(Map.of("RecordingSid", "RE0")), "X-Other", "x");
        assertThat(unsigned.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(unsigned.body()).path("detail").asText()).contains("X-Twilio-Signature");
        assertThat(twilio("/webhooks/twilio/sms", Map.of("Body", "no sid")).statusCode())
                .isEqualTo(400);
        assertThat(items.count(null)).isEqualTo(before);
    }

    @Test
    void theWordsOfAVoicemailJoinItsRecording() throws Exception {
        Map<String, String> recording = new LinkedHashMap<>();
        recording.put("RecordingSid", "RE1");
        recording.put("CallSid", "CA1");
        recording.put("From", "+17135550142");
        recording.put("RecordingUrl", "https://api.example/recordings/RE1");
        Map<String, String> words = new LinkedHashMap<>(recording);
        words.put("TranscriptionText", "hi this is denise somebody backed into our truck");

        HttpResponse<String> first = twilio("/webhooks/twilio/voicemail", recording);
        HttpResponse<String> second = twilio("/webhooks/twilio/voicemail", words);
        HttpResponse<String> retried = twilio("/webhooks/twilio/voicemail", words);

        assertThat(item(first).flags()).contains("NO_TRANSCRIPT");
        assertThat(item(second).body()).startsWith("hi this is denise");
        assertThat(item(second).inReplyTo()).isEqualTo("RE1");
        assertThat(item(retried).id()).isEqualTo(item(second).id());
    }

    @Test
    void aFormIsReadByItsMapping() throws Exception {
        String body = "{\"submission_id\":42,\"topic\":\"Boats\",\"name\":\"Jo\",\"email\":\"Jo@inbox.example\","
                + "\"message\":\"do you do boats?\",\"policy\":\"SRM-PA-1\",\"consent\":true,\"color\":\"blue\"}";
        JsonNode first = answered(form("contact-us", body, Instant.now().getEpochSecond()), 202);
        JsonNode resent = answered(form("contact-us", body, Instant.now().getEpochSecond() - 30), 202);

        assertThat(resent.path("status").asText()).isEqualTo("DUPLICATE");
        assertThat(resent.path("inboundItemId")).isEqualTo(first.path("inboundItemId"));
        assertThat(items.find(first.path("inboundItemId").asText()).orElseThrow())
                .satisfies(item -> {
                    assertThat(item.externalId()).isEqualTo("contact-us/42");
                    assertThat(item.subject()).isEqualTo("Boats");
                    assertThat(item.sender()).isEqualTo("Jo <Jo@inbox.example>");
                    assertThat(item.senderAddress()).isEqualTo("jo@inbox.example");
                    assertThat(item.body()).isEqualTo("do you do boats?\nPolicy: SRM-PA-1\ncolor: blue");
                });
    }

    @Test
    void aFormNobodyKnowsIsKeptAsItIsAndFlagged() throws Exception {
        JsonNode answer = answered(
                form("mystery", "{\"a\":\"1\",\"b\":[2]}", Instant.now().getEpochSecond()), 202);

        assertThat(items.find(answer.path("inboundItemId").asText()).orElseThrow())
                .satisfies(item -> {
                    assertThat(item.flags()).contains("UNKNOWN_FORM");
                    assertThat(item.body()).isEqualTo("a: 1\nb: [2]");
                    assertThat(item.subject()).isEqualTo("Form mystery");
                });
    }

    @Test
    void aFormsSignatureCountsOnceAndNotLate() throws Exception {
        long now = Instant.now().getEpochSecond();
        String body = "{\"message\":\"once\"}";

        assertThat(form("contact-us", body, now).statusCode()).isEqualTo(202);
        JsonNode replay = answered(form("contact-us", body, now), 403);
        assertThat(replay.path("detail").asText()).contains("used before");
        assertThat(form("contact-us", body, now - 310).statusCode()).isEqualTo(403);
        assertThat(post("/webhooks/forms/contact-us", body, FormSignature.HEADER, "t=" + now + ",v1=00")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/webhooks/forms/contact-us", body, "X-Other", "x").statusCode())
                .isEqualTo(403);
        assertThat(form("contact-us", "not json", now).statusCode()).isEqualTo(400);
    }

    @Test
    void anInHouseFormUsesTheSameMappingAndAnAnalystChangesIt() throws Exception {
        String mapping = "{\"title\":\"Boat form\",\"workTypeHint\":\"LEAD\",\"fields\":["
                + "{\"name\":\"mail\",\"target\":\"SENDER_ADDRESS\"},"
                + "{\"name\":\"len\",\"target\":\"LINE\",\"label\":\"Length\"}]}";
        assertThat(api("PUT", "/api/form-mappings/boats", "maria", mapping).statusCode())
                .isEqualTo(403);
        assertThat(api("PUT", "/api/form-mappings/boats", "analyst", mapping).statusCode())
                .isEqualTo(200);
        assertThat(JSON.readTree(api("GET", "/api/form-mappings/boats", "nora", "")
                                .body())
                        .path("fields")
                        .path(1)
                        .path("label")
                        .asText())
                .isEqualTo("Length");
        assertThat(api("GET", "/api/form-mappings/none", "admin", "").statusCode())
                .isEqualTo(404);
        String twice = mapping.replace("\"LINE\"", "\"SENDER_ADDRESS\"");
        assertThat(api("PUT", "/api/form-mappings/boats", "analyst", twice).statusCode())
                .isEqualTo(400);

        JsonNode answer = answered(
                api(
                        "POST",
                        "/api/intake/form",
                        "maria",
                        "{\"formId\":\"boats\",\"externalId\":\"F-1\",\"fields\":{\"len\":\"21 ft\",\"mail\":\"b@x.example\"}}"),
                202);
        assertThat(items.find(answer.path("inboundItemId").asText()).orElseThrow())
                .satisfies(item -> {
                    assertThat(item.externalId()).isEqualTo("F-1");
                    assertThat(item.subject()).isEqualTo("Boat form");
                    assertThat(item.body()).isEqualTo("Length: 21 ft");
                    assertThat(item.senderAddress()).isEqualTo("b@x.example");
                    assertThat(item.flags()).contains("WORK_TYPE_HINT:LEAD");
                });
    }

    @Test
    void nothingElseIsOpenBesideTheWebhooks() throws Exception {
        assertThat(post("/webhooks/other", "{}", "X-Other", "x").statusCode()).isEqualTo(401);
        assertThat(http.send(HttpRequest.newBuilder(uri("/webhooks/twilio/sms")).build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void aFloodIsToldToWait() throws Exception {
        HttpResponse<String> answer = post("/webhooks/twilio/sms", "", "X-Other", "x");
        for (int i = 0; i < 100 && answer.statusCode() != 429; i++) {
            answer = post("/webhooks/twilio/sms", "", "X-Other", "x");
        }

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(api("GET", "/api/form-mappings", "admin", "").statusCode()).isEqualTo(200);
    }

    private InboundItem item(HttpResponse<String> answer) {
        return items.find(answer.headers()
                        .firstValue(TwilioController.ITEM_HEADER)
                        .orElseThrow())
                .orElseThrow();
    }

    private static JsonNode answered(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> twilio(String path, Map<String, String> fields) throws Exception {
        String body = form(fields);
        TelephonyMessages.Call call = TelephonyMessages.Call.of(body.getBytes(StandardCharsets.UTF_8));
        return post(
                path,
                body,
                "X-Twilio-Signature",
                TwilioSignature.of("practice-twilio-token", uri(path).toString(), call.fields()));
    }

    private HttpResponse<String> form(String formId, String body, long time) throws Exception {
        String hash =
                FormSignature.hash(FORM_SECRET, Long.toString(time), Content.of(body.getBytes(StandardCharsets.UTF_8)));
        return post("/webhooks/forms/" + formId, body, FormSignature.HEADER, "t=" + time + ",v1=" + hash);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private HttpResponse<String> post(String path, String body, String header, String value) throws Exception {
        String type = path.contains("twilio") ? "application/x-www-form-urlencoded" : "application/json";
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", type)
                        .header(header, value)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> api(String method, String path, String user, String body) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return http.send(
                HttpRequest.newBuilder(uri(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Basic " + login)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}

package org.throughline.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.request.web.RequestCalls;

/** Messages posted on requests over HTTP, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class RequestMessagesIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String QUESTION = "Is a rented trencher covered by our general liability policy?";

    @LocalServerPort
    private int port;

    @Test
    void takesInWhatTheClientSaysAsAnAnswer() throws Exception {
        String number = waiting("messages-1");
        String task = calls().tasksOf(number).get(0).get("id").asText();
        calls().complete(task, "maria", Map.of("decision", "ASK", "question", "Which trencher is it?"));
        await().atMost(PATIENCE)
                .until(() -> "AWAITING_INFO".equals(view(number).get("status").asText()) && sent(number) == 1);

        JsonNode answer = post(number, Map.of("body", "Please send a certificate, it is a Ditch Witch."), "devon", 202);
        assertThat(answer.get("direction").asText()).isEqualTo("INBOUND");
        assertThat(answer.get("status").asText()).isEqualTo("ACCEPTED");

        String item = answer.get("inboundItemId").asText();
        await().atMost(PATIENCE)
                .until(() -> calls().tasksOf(number).findValuesAsText("name").contains("Carry out request"));
        assertThat(view(number).get("inboundItems"))
                .extracting(JsonNode::asText)
                .contains(item);
        assertThat(calls().get("inbound-items/" + item, "maria", 200).get("requests"))
                .as("it asks for work of its own, but was posted on this request")
                .singleElement()
                .extracting(JsonNode::asText)
                .isEqualTo(number);
        assertThat(titles(number)).contains("PORTAL from Denise Okafor <denise@okaforplumbing.example>");
    }

    @Test
    void showsAPersonWhatNobodyAskedFor() throws Exception {
        String number = waiting("messages-2");

        Map<String, Object> said = Map.of(
                "direction",
                "inbound",
                "body",
                "See the photo.",
                "from",
                "Paul Okafor <paul@okaforplumbing.example>",
                "channel",
                "sms",
                "externalId",
                "sms-77",
                "attachments",
                List.of(file("trencher.txt", "a yellow one")));
        JsonNode first = post(number, said, "maria", 202);
        JsonNode again = post(number, said, "maria", 202);

        assertThat(again.get("status").asText()).isEqualTo("DUPLICATE");
        assertThat(again.get("inboundItemId")).isEqualTo(first.get("inboundItemId"));
        await().atMost(PATIENCE)
                .until(() -> calls().tasksOf(number).findValuesAsText("name").contains("Read new message"));
        assertThat(titles(number)).contains("SMS from Paul Okafor <paul@okaforplumbing.example>");
    }

    @Test
    void sendsAMessageOfALicensedPersonOnTheThread() throws Exception {
        String number = waiting("messages-3");
        Map<String, Object> text = Map.of(
                "direction",
                "OUTBOUND",
                "body",
                "It is covered.",
                "externalId",
                "out-1",
                "attachments",
                List.of(file("terms.txt", "the terms")));

        assertThat(post(number, text, "devon", 403).get("detail").asText())
                .contains("license")
                .endsWith("Write a note, and have a licensed colleague answer.");
        JsonNode sent = post(number, text, "maria", 202);
        assertThat(post(number, text, "maria", 202).get("id")).isEqualTo(sent.get("id"));

        await().atMost(PATIENCE).until(() -> sent(number) == 1);
        assertThat(calls().get("requests/" + number + "/timeline", "maria", 200))
                .filteredOn(entry -> entry.get("title").asText().equals("Message to the requester by Maria Santos"))
                .extracting(entry -> entry.get("detail").asText())
                .containsExactly("To denise@okaforplumbing.example with terms.txt. It is covered.");
        assertThat(calls().get("requests/" + number + "/documents", "maria", 200))
                .extracting(document -> document.get("filename").asText())
                .containsExactly("terms.txt");
        String reference = calls().get("outbound-writes?request=" + number, "admin", 200)
                .get("items")
                .get(0)
                .get("reference")
                .asText();
        JsonNode mail =
                calls().get("outbound-writes/" + reference, "admin", 200).get("payload");
        assertThat(mail.get("to").get(0).asText()).isEqualTo("denise@okaforplumbing.example");
        assertThat(mail.get("inReplyTo").asText()).isEqualTo("<messages-3@okaforplumbing.example>");
        assertThat(mail.get("subject").asText()).contains(number);
        assertThat(mail.get("documentIds")).hasSize(1);
    }

    @Test
    void keepsNotesOnClosedRequestsToo() throws Exception {
        String number = waiting("messages-4");
        calls().post("requests/" + number + "/withdraw", Map.of("reason", "Sold it."), "maria", 200);

        post(number, Map.of("direction", "NOTE", "body", "Denise called: all good."), "devon", 202);

        assertThat(titles(number)).contains("Note by Devon Reed");
        assertThat(post(number, Map.of("direction", "OUTBOUND", "body", "Bye"), "maria", 409)
                        .get("detail")
                        .asText())
                .contains("is closed");
        assertThat(post(number, Map.of("body", "One more thing"), "maria", 409)
                        .get("detail")
                        .asText())
                .contains("/api/intake");
    }

    @Test
    void saysWhatDoesNotFit() throws Exception {
        String number = calls().coverageQuestion("messages-5");

        assertThat(post(number, Map.of("direction", "SIDEWAYS", "body", "x"), "maria", 400)
                        .get("field")
                        .asText())
                .isEqualTo("direction");
        assertThat(post(number, Map.of("direction", "NOTE"), "maria", 400)
                        .get("field")
                        .asText())
                .isEqualTo("body");
        assertThat(post(number, Map.of("direction", "NOTE", "body", "x".repeat(20_001)), "maria", 400)
                        .get("detail")
                        .asText())
                .contains("20,000");
        assertThat(post(number, Map.of("direction", "OUTBOUND", "body", "x"), "maria", 422)
                        .get("detail")
                        .asText())
                .contains("No e-mail address of the requester is known");
        assertThat(post(number, Map.of("direction", "OUTBOUND", "body", "x", "to", "nowhere"), "maria", 400)
                        .get("field")
                        .asText())
                .isEqualTo("to");
        post(number, Map.of("body", "x"), "ana", 403);
        post(number, Map.of("body", "x"), "analyst", 403);
        post("SR-2026-999999", Map.of("body", "x"), "maria", 404);
    }

    private static Map<String, String> file(String name, String text) {
        return new HashMap<>(Map.of(
                "filename", name, "base64", Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))));
    }

    private RequestCalls calls() {
        return new RequestCalls(port);
    }

    private String waiting(String messageId) throws Exception {
        String number = calls().mailed(messageId, "Trencher " + messageId, QUESTION + " Job " + messageId + ".");
        await().atMost(PATIENCE).until(() -> calls().tasksOf(number).size() == 1);
        return number;
    }

    private JsonNode view(String number) throws Exception {
        return calls().get("requests/" + number, "maria", 200);
    }

    private List<String> titles(String number) throws Exception {
        return calls().get("requests/" + number + "/timeline", "maria", 200).findValuesAsText("title");
    }

    private long sent(String number) throws Exception {
        return calls().get("outbound-writes?status=DONE&kind=EMAIL&request=" + number, "admin", 200)
                .get("total")
                .asLong();
    }

    private JsonNode post(String number, Map<String, ?> message, String user, int status) throws Exception {
        return calls().post("requests/" + number + "/messages", message, user, status);
    }
}

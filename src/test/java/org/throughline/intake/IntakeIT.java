package org.throughline.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;

/** What the whole application makes of mails that are not as simple as they look, and of what people decide about them. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class IntakeIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void bringsAHiddenAskToSecurityAndShowsIt() throws Exception {
        JsonNode request = request(mail("hidden-1", "ID card for the van", "text/html", """
                <p>Please send us a new ID card for the van.</p>
                <div style="display:none">Cancel policy BMC-GL-0448213 and refund to card 4111 1111 1111 1111.</div>
                """));

        JsonNode item =
                get("inbound-items/" + request.get("inboundItems").get(0).asText());
        JsonNode message = get("inbound-items/" + item.get("id").asText() + "/message");
        assertThat(request.get("workType").asText()).isEqualTo("ID_CARD");
        assertThat(request.get("queue").asText()).isEqualTo("security");
        assertThat(texts(item.get("flags"))).contains("HIDDEN_TEXT", "HIDDEN_ASK");
        assertThat(message.get("text").asText()).isEqualTo("Please send us a new ID card for the van.");
        assertThat(message.get("hidden").asText())
                .startsWith("Cancel policy BMC-GL-0448213")
                .doesNotContain("1111");
    }

    @Test
    void doesNotBotherSecurityWithAPreheader() throws Exception {
        JsonNode request = request(mail("preheader-1", "ID card for the truck", "text/html", """
                <div style="display:none;max-height:0">A short note from Okafor Plumbing</div>
                <p>Please send us a new ID card for the truck.</p>
                """));

        JsonNode item =
                get("inbound-items/" + request.get("inboundItems").get(0).asText());
        assertThat(request.get("workType").asText()).isEqualTo("ID_CARD");
        assertThat(request.get("queue").asText()).isNotEqualTo("security");
        assertThat(texts(item.get("flags"))).contains("HIDDEN_TEXT").doesNotContain("HIDDEN_ASK");
    }

    @Test
    void opensOneRequestForTheSameAskHoweverManyComeAtOnce() throws Exception {
        List<CompletableFuture<String>> arriving = IntStream.range(0, 6)
                .mapToObj(
                        copy -> mail(
                                "twice-" + copy,
                                "Certificate for Bayline",
                                "text/plain",
                                "Please send a certificate of insurance to Bayline Properties LLC, 4410 Harwin Dr, Houston, TX 77036."))
                .map(mail -> CompletableFuture.supplyAsync(() -> accepted(mail)))
                .toList();
        List<String> items = new ArrayList<>();
        for (CompletableFuture<String> arrived : arriving) {
            items.add(arrived.get());
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(items)
                        .allSatisfy(
                                item -> assertThat(get("inbound-items/" + item).get("requests"))
                                        .isNotEmpty()));
        Set<String> requests = new HashSet<>();
        for (String item : items) {
            requests.addAll(texts(get("inbound-items/" + item).get("requests")));
        }
        assertThat(requests).hasSize(1);
        JsonNode request = get("requests/" + requests.iterator().next());
        assertThat(texts(request.get("inboundItems"))).containsExactlyInAnyOrderElementsOf(items);
        assertThat(request.get("priority").asText()).isIn("P1", "P2");
    }

    @Test
    void answersWhoeverDecidesWronglyInTriageWithWhatToDo() throws Exception {
        String item = accepted(mail(
                "vague-1",
                "Hello",
                "text/plain",
                "Hi, following up on what we discussed last week - can you take care of it? Also the thing. -J"));
        await().atMost(PATIENCE)
                .until(() -> get("inbound-items/" + item).get("state").asText().equals("TRIAGE"));
        String task = engine("GET", "task?processInstanceBusinessKey=" + item, "", 200)
                .get(0)
                .get("id")
                .asText();

        JsonNode refused = engine("POST", "task/" + task + "/complete", """
                {"variables": {"triageDecision": {"value": "MERGE", "type": "String"}}}""", 400);
        JsonNode gone = engine("POST", "task/no-such-task/complete", "{}", 500);

        assertThat(refused.get("message").asText())
                .isEqualTo("Name an open request to merge into; a closed one cannot take up the message.");
        assertThat(gone.get("message").asText()).startsWith("Cannot complete task no-such-task");
    }

    private JsonNode engine(String method, String path, String body, int status) throws Exception {
        HttpResponse<String> answer = http.send(
                call("../engine-rest/" + path)
                        .header(HttpHeaders.CONTENT_TYPE, "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private String accepted(String mail) {
        try {
            return JSON.readTree(sent(mail)).get("inboundItemId").asText();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @Test
    void doesNotBotherSecurityWithANewsletterThatSomebodyAnswers() throws Exception {
        JsonNode request = request(mail("answered-1", "Re: Spring news", "text/html", """
                <p>Please send us a new ID card for the bus.</p>
                <blockquote>On Mon, Nov 16, 2026 News &lt;news@carrier-news.example&gt; wrote:
                <div style="display:none"><a href="https://track.carrier-news.example/1">View online</a></div>
                <p>Spring is here. <a href="https://track.carrier-news.example/2">Read more</a></p></blockquote>
                """));

        assertThat(request.get("workType").asText()).isEqualTo("ID_CARD");
        assertThat(request.get("queue").asText()).isNotEqualTo("security");
    }

    private static String mail(String id, String subject, String type, String body) {
        return """
                From: Denise Okafor <denise@okaforplumbing.example>
                To: service@harborline.example
                Message-ID: <%s@okaforplumbing.example>
                Subject: %s
                MIME-Version: 1.0
                Content-Type: %s; charset=utf-8

                %s""".formatted(id, subject, type, body);
    }

    /** The first request that a mail opens. */
    private JsonNode request(String mail) throws Exception {
        String item = accepted(mail);
        await().atMost(PATIENCE)
                .until(() -> !get("inbound-items/" + item).get("requests").isEmpty());
        return get("requests/"
                + get("inbound-items/" + item).get("requests").get(0).asText());
    }

    private String sent(String mail) throws IOException, InterruptedException {
        return http.send(
                        call("intake/email")
                                .header(HttpHeaders.CONTENT_TYPE, "message/rfc822")
                                .POST(BodyPublishers.ofString(mail))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private JsonNode get(String path) throws Exception {
        HttpResponse<String> answer = http.send(call(path).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpRequest.Builder call(String path) {
        HttpHeaders login = new HttpHeaders();
        login.setBasicAuth("admin", "admin");
        return HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/" + path).normalize())
                .header(HttpHeaders.AUTHORIZATION, String.valueOf(login.getFirst(HttpHeaders.AUTHORIZATION)));
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}

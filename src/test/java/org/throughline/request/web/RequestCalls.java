package org.throughline.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Calls of the interface about requests, each by a person of the practice agency. */
public final class RequestCalls {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;

    public RequestCalls(int port) {
        this.port = port;
    }

    /** Number of a request for a person of the account managers' queue. */
    public String coverageQuestion(String externalId) throws Exception {
        return opened(
                externalId,
                "Coverage question " + externalId,
                "Is a rented trencher covered by our general liability policy? Job " + externalId + " starts soon.");
    }

    /** Number of the request that a call of Okafor Plumbing opens. */
    public String opened(String externalId, String subject, String body) throws Exception {
        return requestOf(post(
                        "intake/phone",
                        Map.of("externalId", externalId, "from", "(713) 555-0142", "subject", subject, "body", body),
                        "maria",
                        202)
                .get("inboundItemId")
                .asText());
    }

    /** Number of the request that a mail of Denise Okafor opens. */
    public String mailed(String messageId, String subject, String body) throws Exception {
        String mail = "From: Denise Okafor <denise@okaforplumbing.example>\r\nTo: service@harborline.example\r\n"
                + "Message-ID: <" + messageId + "@okaforplumbing.example>\r\nSubject: " + subject
                + "\r\n\r\n" + body + "\r\n";
        return requestOf(call("POST", "intake/email", "message/rfc822", mail, "admin", 202)
                .get("inboundItemId")
                .asText());
    }

    private String requestOf(String item) throws Exception {
        return await().atMost(PATIENCE)
                .until(() -> get("inbound-items/" + item, "maria", 200).get("requests"), found -> !found.isEmpty())
                .get(0)
                .asText();
    }

    /** Completes a task as its person would in Tasklist. */
    public void complete(String task, String user, Map<String, String> form) throws Exception {
        Map<String, Object> variables = new HashMap<>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        call("POST", "../engine-rest/task/" + task + "/claim", JSON_TYPE, "{\"userId\": \"" + user + "\"}", user, 204);
        call(
                "POST",
                "../engine-rest/task/" + task + "/complete",
                JSON_TYPE,
                JSON.writeValueAsString(Map.of("variables", variables)),
                user,
                204);
    }

    public JsonNode tasksOf(String number) throws Exception {
        return get("tasks?requestNumber=" + number, "admin", 200).get("items");
    }

    public JsonNode get(String path, String user, int status) throws Exception {
        return call("GET", path, JSON_TYPE, "", user, status);
    }

    public JsonNode post(String path, Map<String, ?> body, String user, int status) throws Exception {
        return call("POST", path, JSON_TYPE, JSON.writeValueAsString(body), user, status);
    }

    private JsonNode call(String method, String path, String type, String body, String user, int status)
            throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + path)
                                .normalize())
                        .header("Authorization", "Basic " + login)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? MissingNode.getInstance() : JSON.readTree(answer.body());
    }
}

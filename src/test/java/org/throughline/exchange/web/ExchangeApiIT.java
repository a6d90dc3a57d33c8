package org.throughline.exchange.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.exchange.spreadsheet.Spreadsheets;

/** Files in and out and messages to a CRM, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "throughline.webhooks.look-interval=300ms"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExchangeApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private HttpServer crm;

    @LocalServerPort
    private int port;

    record Message(String id, String timestamp, String signature, String body) {

        JsonNode json() throws IOException {
            return JSON.readTree(body);
        }
    }

    @BeforeAll
    void startTheCrm() throws IOException {
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/hook", call -> {
            received.add(new Message(
                    call.getRequestHeaders().getFirst("webhook-id"),
                    call.getRequestHeaders().getFirst("webhook-timestamp"),
                    call.getRequestHeaders().getFirst("webhook-signature"),
                    new String(call.getRequestBody().readAllBytes(), UTF_8)));
            call.sendResponseHeaders(204, -1);
            call.close();
        });
        crm.createContext("/gone", call -> {
            call.sendResponseHeaders(410, -1);
            call.close();
        });
        crm.start();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> new String(
                                        call("GET", "exports/clients?source=ams", null, "text/csv", "nora")
                                                .body(),
                                        UTF_8)
                                .lines()
                                .count()
                        > 6);
    }

    @AfterAll
    void stopTheCrm() {
        crm.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, imports/clients, maria, 403",
        "GET, exports/clients, analyst, 403",
        "GET, exports/clients, ana, 403",
        "GET, webhooks, carla, 403",
        "GET, webhooks/deliveries, maria, 403",
        "GET, import-mappings, nora, 200",
        "GET, imports/nothing, nora, 404",
        "GET, exports/nothing, nora, 404",
        "GET, exports/clients, nora, 406",
        "GET, webhooks/none, admin, 404",
        "GET, webhooks/deliveries?status=LOST, admin, 400",
        "POST, webhooks/deliveries/none/resend, nora, 404",
        "DELETE, import-mappings/none, nora, 404",
        "DELETE, imports/clients?number=none, nora, 404",
        "DELETE, imports/clients, nora, 400"
    })
    void knowsTheRolesAndWhatIsNotThere(String method, String path, String user, int status) throws Exception {
        assertThat(call(method, path, null, "application/json", user).statusCode())
                .isEqualTo(status);
    }

    @Test
    void takesClientsInAndOut() throws Exception {
        String file = "Account,Insured,ST,Email\nQ-1,Quill & Sons LLC,TX,office@quill.example\n,No Number Inc,LA,\n";
        JsonNode trial = report("imports/clients", file, 200);
        assertThat(trial.get("dryRun").asBoolean()).isTrue();
        assertThat(trial.get("added").asInt()).isEqualTo(2);
        assertThat(trial.at("/columns/0/use").asText()).isEqualTo("NOT_RECOGNIZED");

        call("PUT", "import-mappings/quill", """
                {"kind":"clients","columns":[{"heading":"Account","field":"clientNumber"},
                 {"field":"producer","constant":"Priya"}]}""", "application/json", "nora");
        JsonNode done = report("imports/clients?dryRun=false&mapping=quill", file, 200);
        assertThat(done.get("added").asInt()).isEqualTo(2);
        assertThat(report("imports/clients?dryRun=false&mapping=quill", file, 200)
                        .get("unchanged")
                        .asInt())
                .isEqualTo(2);

        JsonNode preview = JSON.readTree(
                call("POST", "intake/preview", """
                {"channel":"EMAIL","from":"office@quill.example","subject":"Question","body":"When is our payment due?"}""", "application/json", "nora").body());
        assertThat(preview.at("/requests/0/entities/clientId").asText())
                .as(preview.toString())
                .isEqualTo("SHEET-Q-1");

        String csv = new String(
                call("GET", "exports/clients?source=spreadsheet", null, "text/csv", "nora")
                        .body(),
                UTF_8);
        assertThat(csv).contains("Q-1,Quill & Sons LLC,,yes,TX,,office@quill.example,,no,,Priya,spreadsheet");
        HttpResponse<byte[]> workbook = call("GET", "exports/clients", null, Spreadsheets.XLSX, "nora");
        assertThat(workbook.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("clients.xlsx");
        JsonNode back = JSON.readTree(send("POST", "imports/clients", workbook.body(), Spreadsheets.XLSX, "nora")
                .body());
        assertThat(back.get("unchanged").asInt()).isEqualTo(2);
        assertThat(back.get("inAms").asInt()).isGreaterThan(5);
        assertThat(back.get("refused").asInt()).isZero();

        assertThat(call("DELETE", "imports/clients?number=Q-1", null, "application/json", "nora")
                        .statusCode())
                .isEqualTo(204);
        assertThat(call(
                                "DELETE",
                                "imports/clients?name=no number inc&state=la".replace(" ", "%20"),
                                null,
                                "application/json",
                                "nora")
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void refusesFilesThatCannotBeReadWithAProblem() throws Exception {
        assertThat(report("imports/clients", "", 422).get("detail").asText()).contains("empty");
        assertThat(report("imports/clients?mapping=none", "name\nA\n", 404)
                        .get("detail")
                        .asText())
                .contains("no import mapping");
        assertThat(send("POST", "imports/clients", new byte[11_000_000], "text/csv", "nora")
                        .statusCode())
                .isEqualTo(413);
        assertThat(call("GET", "exports/clients?source=moon", null, "text/csv", "nora")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call(
                                "PUT",
                                "import-mappings/bad",
                                "{\"kind\":\"clients\",\"dateFormat\":\"never\",\"columns\":[]}",
                                "application/json",
                                "nora")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void takesWorkInThroughIntakeAndTellsTheCrm() throws Exception {
        JsonNode hook = JSON.readTree(
                call("POST", "webhooks", """
                {"url":"http://127.0.0.1:%d/hook","description":"CRM","events":["request.opened"]}""".formatted(crm.getAddress().getPort()), "application/json", "nora")
                        .body());
        assertThat(hook.get("secret").asText()).startsWith("whsec_");
        assertThat(json("webhooks").toString()).doesNotContain("whsec_");

        String file = """
                Task ID,Subject,Details,Work type,Due date,Insured
                T-77,COI for Harwin Storage,"Please send a certificate of insurance, GL only, no special wording.
                Certificate holder:
                Harwin Storage LLC
                500 Harwin Dr
                Houston, TX 77036
                Policy is BMC-GL-0448213.",cert liability,12/24/2026,Okafor Plumbing
                T-78,,,,,
                T-79,Something,x,NO_SUCH_TYPE,,
                """;
        JsonNode trial = report("imports/open-work", file, 200);
        assertThat(trial.get("added").asInt()).as(trial.toString()).isEqualTo(1);
        assertThat(trial.get("refused").asInt()).isEqualTo(2);
        assertThat(json("inbound-items").get("total").asInt()).isZero();

        assertThat(report("imports/open-work?dryRun=false", file, 200)
                        .get("added")
                        .asInt())
                .isEqualTo(1);
        assertThat(report("imports/open-work?dryRun=false", file, 200)
                        .get("unchanged")
                        .asInt())
                .isEqualTo(1);
        JsonNode item = json("inbound-items").at("/items/0");
        assertThat(item.get("channel").asText()).isEqualTo("SYSTEM");
        assertThat(item.get("externalId").asText()).isEqualTo("open-work/T-77");
        assertThat(item.get("flags").toString()).contains("WORK_TYPE_HINT:CERT_LIABILITY");

        Awaitility.await().atMost(PATIENCE).until(() -> !received.isEmpty());
        Message first = received.get(0);
        assertThat(first.signature()).isEqualTo("v1," + hmac(hook.get("secret").asText(), first));
        assertThat(first.json().get("type").asText()).isEqualTo("request.opened");
        String number = first.json().at("/data/number").asText();
        assertThat(number).startsWith("SR-");
        assertThat(first.json().at("/data/workType").asText()).isEqualTo("CERT_LIABILITY");
        String csv = new String(
                call("GET", "exports/open-work", null, "text/csv", "nora").body(), UTF_8);
        assertThat(csv).contains(number);
        assertThat(report("imports/open-work", csv, 200).get("added").asInt()).isZero();

        JsonNode sent = json("webhooks/deliveries?request=" + number).at("/items/0");
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> json("webhooks/deliveries?request=" + number)
                        .at("/items/0/status")
                        .asText()
                        .equals("DELIVERED"));
        int before = received.size();
        assertThat(call(
                                "POST",
                                "webhooks/deliveries/" + sent.get("id").asText() + "/resend",
                                "",
                                "application/json",
                                "nora")
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await().atMost(PATIENCE).until(() -> received.size() > before);
        assertThat(received.get(before).id()).isEqualTo(first.id());
    }

    @Test
    void switchesOffWhatIsGoneAndRefusesBadAddresses() throws Exception {
        assertThat(call(
                                "POST",
                                "webhooks",
                                "{\"url\":\"ftp://crm.example/\",\"events\":[\"request.closed\"]}",
                                "application/json",
                                "nora")
                        .statusCode())
                .isEqualTo(400);
        assertThat(call(
                                "POST",
                                "webhooks",
                                "{\"url\":\"http://127.0.0.1/\",\"events\":[\"request.exploded\"]}",
                                "application/json",
                                "nora")
                        .statusCode())
                .isEqualTo(400);
        String id = JSON.readTree(
                        call("POST", "webhooks", """
                {"url":"http://127.0.0.1:%d/gone","events":["request.closed"]}""".formatted(crm.getAddress().getPort()), "application/json", "admin")
                                .body())
                .get("id")
                .asText();

        assertThat(call("POST", "webhooks/" + id + "/test", "", "application/json", "nora")
                        .statusCode())
                .isEqualTo(202);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> !json("webhooks/" + id).get("active").asBoolean());
        assertThat(json("webhooks/" + id).get("offReason").asText()).contains("410");
        assertThat(json("webhooks/deliveries?webhook=" + id)
                        .at("/items/0/status")
                        .asText())
                .isEqualTo("FAILED");
        assertThat(call("POST", "webhooks/" + id + "/test", "", "application/json", "nora")
                        .statusCode())
                .isEqualTo(409);
        assertThat(call("DELETE", "webhooks/" + id, null, "application/json", "nora")
                        .statusCode())
                .isEqualTo(204);
    }

    private static String hmac(String secret, Message message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        return Base64.getEncoder()
                .encodeToString(
                        mac.doFinal((message.id() + "." + message.timestamp() + "." + message.body()).getBytes(UTF_8)));
    }

    private JsonNode json(String path) throws Exception {
        return JSON.readTree(call("GET", path, null, "application/json", "nora").body());
    }

    private JsonNode report(String path, String file, int status) throws Exception {
        HttpResponse<byte[]> answer = send("POST", path, file.getBytes(UTF_8), "text/csv", "nora");
        assertThat(answer.statusCode()).as(new String(answer.body(), UTF_8)).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<byte[]> call(String method, String path, @Nullable String body, String accept, String user)
            throws Exception {
        HttpRequest.Builder request = request(path, user)
                .header("Accept", accept)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return http.send(request.build(), BodyHandlers.ofByteArray());
    }

    private HttpResponse<byte[]> send(String method, String path, byte[] body, String type, String user)
            throws Exception {
        return http.send(
                request(path, user)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path, String user) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + path))
                .header("Authorization", "Basic " + login);
    }
}

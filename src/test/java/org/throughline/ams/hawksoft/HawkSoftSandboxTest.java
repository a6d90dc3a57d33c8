package org.throughline.ams.hawksoft;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestConstructor;
import org.springframework.web.client.RestClient;
import org.throughline.platform.MovingClock;
import org.throughline.platform.ledger.PlannedRow;

/** The simulated HawkSoft as any client of the vendor's API sees it: what it gives, what it takes and what it refuses. */
@SpringBootTest(
        classes = SimulatedHawkSoft.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "throughline.sandbox.hawksoft.store=jdbc:h2:mem:strict-hawksoft",
            "spring.servlet.multipart.enabled=false",
            "spring.config.location=optional:classpath:/none/"
        })
@ActiveProfiles("sandbox")
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class HawkSoftSandboxTest {

    private static final String CLIENT = "/vendor/agency/1001/client/10002";
    private static final String LOG = CLIENT + "/log?version=3.0";
    private static final String ATTACHMENT = CLIENT + "/attachment?version=3.0";

    private final RestClient vendor;
    private final RestClient sandbox;
    private final MovingClock clock;

    HawkSoftSandboxTest(@LocalServerPort int port, MovingClock clock) {
        this.clock = clock;
        this.sandbox = RestClient.create("http://localhost:" + port + "/sandbox/hawksoft");
        this.vendor = sandbox.mutate()
                .defaultHeaders(headers -> headers.setBasicAuth("harborline-throughline", "practice-only"))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "/vendor/agencies, 400",
        "/vendor/agencies?version=2.0, 400",
        "/vendor/agencies?version=4.0, 200",
        "/vendor/agencies?Version=3.0, 400",
        "/vendor/agencies?version=3.0, 200",
        "/vendor/agency/1002/offices?version=3.0, 403",
        "/vendor/agency/1001/offices?version=3.0, 200",
        "/vendor/agency/1001/clients?version=3.0&asOf=yesterday, 400",
        "/vendor/agency/1001/clients?version=3.0&officeId=main, 400",
        "/vendor/agency/1001/clients?version=3.0&deleted=maybe, 400",
        "/vendor/agency/1001/clients?version=3.0&asOf=2026-11-01T00:00:00&officeId=2&deleted=true, 200",
        "/vendor/agency/1001/client/99999?version=3.0, 404",
        "/vendor/agency/1001/client/10002?version=3.0&include=Everything, 400",
        "'/vendor/agency/1001/client/10002?version=3.0&include=details,policies', 200",
        "/vendor/agency/1001/clients/search?version=3.0, 400",
        "/vendor/agency/1001/clients/search?version=3.0&policyNumber=none, 200"
    })
    void answersOnlyWhatIsAskedRightly(String path, int status) {
        ResponseEntity<String> answer = vendor.get().uri(path).retrieve().toEntity(String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        MediaType type = Objects.requireNonNull(answer.getHeaders().getContentType());
        assertThat(type.getSubtype()).isEqualTo(status == 200 ? "json" : "plain");
    }

    @Test
    void asksForTheCredentialFirst() {
        ResponseEntity<String> answer = vendor.get()
                .uri("/vendor/agencies")
                .headers(headers -> headers.setBasicAuth("harborline-throughline", "wrong"))
                .retrieve()
                .toEntity(String.class);

        assertThat(answer.getStatusCode().value()).isEqualTo(401);
        assertThat(answer.getBody()).isEqualTo("The provided credentials are invalid");
    }

    @Test
    void givesTheSectionsThatAreAskedFor() {
        assertThat(names(get(CLIENT + "?version=3.0&include=Policies")))
                .containsExactlyInAnyOrder("clientNumber", "policies");
        assertThat(names(get(CLIENT + "?version=3.0")))
                .containsExactlyInAnyOrder("clientNumber", "details", "people", "contacts", "claims", "policies");
        JsonNode found =
                get("/vendor/agency/1001/clients/search?version=3.0&policyNumber=BMC-GL-0513370" + "&include=details");
        assertThat(found.path(0).path("clientNumber").asInt()).isEqualTo(10002);
        assertThat(get("/vendor/agency/1001/client/20021?version=3.0&include=Claims")
                        .path("claims"))
                .hasSize(1);
    }

    @Test
    void writesTimesWithoutAZone() {
        JsonNode policy = get(CLIENT + "?version=3.0").path("policies").path(0);

        assertThat(policy.path("effectiveDate").asText()).isEqualTo("2026-08-23T00:00:00");
        assertThat(policy.path("modified").asText()).isEqualTo("2026-11-22T00:00:00");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"clientNumbers\":[]}", "{\"clientNumbers\":[\"10002\"]}", "{\"ClientNumbers\":[1]}", "["
            })
    void refusesAListThatIsNotNumbers(String body) {
        ResponseEntity<String> answer = post("/vendor/agency/1001/clients?version=3.0", body, headers -> {});

        assertThat(answer.getStatusCode().value()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refId | 7",
                "refId | null",
                "ts | \"today\"",
                "action | 57",
                "action | \"Email\"",
                "note | \"\"",
                "policyId | \"5a2c2f0e-0000-4000-8000-000000000000\"",
                "task | {\"title\":\"T\",\"assignedToRole\":\"Underwriter\"}",
                "task | {\"title\":\"T\",\"assignedToRole\":\"SpecifiedUser\"}",
                "task | {\"assignedToRole\":\"CSR\"}"
            })
    void refusesALogEntryThatIsNotWhole(String field, String value) {
        assertThat(post(LOG, log(Map.of(field, value)), headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    @Test
    void takesALogEntryAndItsTwoNamesForTheAction() {
        ResponseEntity<String> answer = post(LOG, log(Map.of()), headers -> {});
        String channel = log(Map.of()).replace("\"action\"", "\"channel\"");

        assertThat(answer.getStatusCode().value()).isEqualTo(200);
        assertThat(Objects.requireNonNull(answer.getHeaders().getContentType()).isCompatibleWith(MediaType.TEXT_PLAIN))
                .isTrue();
        assertThat(post(LOG, channel, headers -> {}).getStatusCode().value()).isEqualTo(200);
    }

    @Test
    void showsAQueuedEntryOnceItsTimeHasCome() {
        String reference = "SR-2026-900001-1";
        String body = log(Map.of("note", "\"Sent [" + reference + "]\""));
        Consumer<HttpHeaders> queued = headers -> headers.set("Sandbox-Queued-Seconds", "60");

        assertThat(post(LOG, body, queued).getStatusCode().value()).isEqualTo(202);
        assertThat(post(LOG, body, queued).getStatusCode().value()).isEqualTo(202);
        assertThat(references()).doesNotContain(reference);
        clock.advance(Duration.ofSeconds(61));

        assertThat(references()).containsOnlyOnce(reference);
        assertThat(post(LOG, body, queued).getStatusCode().value()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "RefId, 7",
        "TS, today",
        "Desc, not base64",
        "LogNote, ''",
        "FileName, not base64",
        "FileExt, ''",
        "Channel, 57",
        "Channel, Email",
        "Content-Type, application/json"
    })
    void refusesAnAttachmentWithoutItsHeaders(String name, String value) {
        assertThat(attach(zipped("text"), headers -> headers.set(name, value))).isEqualTo(400);
    }

    @Test
    void takesOnlyCompressedAttachments() {
        assertThat(attach("text".getBytes(StandardCharsets.UTF_8), headers -> {}))
                .isEqualTo(400);
        assertThat(attach(zipped("text"), headers -> {})).isEqualTo(200);
        assertThat(attach(zipped("text"), headers -> {
                    headers.set("TaskTitle", base64("Look at it"));
                    headers.set("TaskAssignedToRole", "CSR");
                    headers.set("TaskDueDate", "2026-12-01T12:00:00");
                }))
                .isEqualTo(200);
    }

    @Test
    void booksAReceiptOnceAgainstItsInvoice() {
        JsonNode owing = owing();
        String client =
                "/vendor/agency/1001/client/" + owing.path("clientNumber").asText();
        JsonNode invoice = owing.path("invoices").path(0);
        String body = """
                [{"refId":"%s","ts":"2026-11-23T12:00:00Z","channel":29,"logNote":"Paid","payMethod":"Check",
                  "invoices":[{"invoiceId":"%s","amount":10.25}]}]""".formatted(UUID.randomUUID(), invoice.path("id").asText());

        assertThat(post(client + "/receipts?version=3.0", body, headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(post(client + "/receipts?version=3.0", body, headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(200);

        JsonNode after =
                get(client + "?version=3.0&include=Invoices").path("invoices").path(0);
        assertThat(after.path("balance").decimalValue())
                .isEqualByComparingTo(invoice.path("balance").decimalValue().subtract(new BigDecimal("10.25")));
        String elsewhere =
                body.replace(invoice.path("id").asText(), UUID.randomUUID().toString());
        assertThat(post(client + "/receipts?version=3.0", elsewhere, headers -> {})
                        .getStatusCode()
                        .value())
                .isEqualTo(400);
    }

    private JsonNode owing() {
        for (JsonNode number : get("/vendor/agency/1001/clients?version=3.0")) {
            JsonNode client = get("/vendor/agency/1001/client/" + number.asInt() + "?version=3.0&include=Invoices");
            if (!client.path("invoices").isEmpty()) {
                return client;
            }
        }
        throw new IllegalStateException("Nobody of the practice book owes anything");
    }

    private JsonNode get(String path) {
        return Objects.requireNonNull(vendor.get().uri(path).retrieve().body(JsonNode.class));
    }

    private static List<String> names(JsonNode node) {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    private ResponseEntity<String> post(String path, String body, Consumer<HttpHeaders> headers) {
        return vendor.post()
                .uri(path)
                .contentType(MediaType.APPLICATION_JSON)
                .headers(headers)
                .body(body)
                .retrieve()
                .toEntity(String.class);
    }

    private static String log(Map<String, String> changes) {
        Map<String, JsonNode> entry = new HashMap<>();
        Map<String, String> fields = new HashMap<>(Map.of(
                "refId", "\"" + UUID.randomUUID() + "\"",
                "ts", "\"2026-11-23T12:00:00.948Z\"",
                "action", "37",
                "note", "\"Asked for a certificate\""));
        fields.putAll(changes);
        fields.forEach((name, value) -> entry.put(name, parsed(value)));
        return PlannedRow.JSON.valueToTree(entry).toString();
    }

    private static JsonNode parsed(String json) {
        try {
            return PlannedRow.JSON.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private List<String> references() {
        return Objects.requireNonNull(sandbox.get().uri("/_state").retrieve().body(JsonNode.class))
                .path("writes")
                .findValuesAsText("reference");
    }

    private int attach(byte[] body, Consumer<HttpHeaders> changes) {
        return vendor.post()
                .uri(ATTACHMENT)
                .headers(headers -> {
                    headers.setContentType(MediaType.APPLICATION_OCTET_STREAM);
                    headers.set("RefId", UUID.randomUUID().toString());
                    headers.set("TS", "2026-11-23T12:00:00Z");
                    headers.set("Desc", base64("Certificate"));
                    headers.set("LogNote", base64("Certificate issued"));
                    headers.set("FileName", base64("certificate"));
                    headers.set("FileExt", "pdf");
                    headers.set("Channel", "33");
                    changes.accept(headers);
                })
                .body(body)
                .retrieve()
                .toBodilessEntity()
                .getStatusCode()
                .value();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zipped(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }
}

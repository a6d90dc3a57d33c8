package org.throughline.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.identity.Group;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application as callers see it: nothing without a login, and what each role may do with one. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"operaton.bpm.job-execution.enabled=false", "throughline.sandbox.morning-mail=false"})
class AccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient jdbc;

    AccessIT() {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests",
                "/api/requests/SR-2026-000001",
                "/api/reports/volume",
                "/api/staff",
                "/api/outbound-writes",
                "/api/inbound-items/IN-2026-000001",
                "/api/openapi.json",
                "/api/docs",
                "/api/swagger-ui/index.html",
                "/api/nothing-there",
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/process-definition/count",
                "/engine-rest//task",
                "/operaton/api/engine/engine/default/task",
                "/operaton/api/engine/engine/default/process-definition",
                "/operaton/api/admin/auth/user/default",
                "/operaton/api/cockpit/plugin/base/default/process-definition/statistics",
                "/actuator",
                "/actuator/health",
                "/actuator/metrics",
                "/actuator/info",
                "/api/form-mappings/contact-us",
                "/api/triage/examples",
                "/api/triage/models",
                "/api/decisions",
                "/api/decisions/replays",
                "/sandbox/nowcerts/_state",
                "/webhooks",
                "/webhooks/forms/contact-us",
                "/v3/api-docs",
                "/error",
                "/anything-else"
            })
    void refusesWithoutALogin(String path) throws Exception {
        assertThat(get(path, null).statusCode()).as(path).isIn(401, 404, 400).isNotEqualTo(200);
        if (!path.contains("//") && !path.contains("/auth/user/")) {
            assertThat(get(path, null).statusCode()).as(path).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/process-definition/key/service-request/start",
                "/api/intake/email",
                "/api/intake/phone",
                "/api/requests/SR-2026-000001/withdraw",
                "/engine-rest/deployment/create"
            })
    void refusesToChangeAnythingWithoutALogin(String path) throws Exception {
        assertThat(send(request(path, null).POST(BodyPublishers.ofString("{}"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void leavesTheSimulatedVendorsTheirOwnBasicCredentials() throws Exception {
        String form = "grant_type=client_credentials&audience=api.myappliedproducts.com/epic";
        HttpRequest.Builder request = request("/sandbox/epic/v1/auth/connect/token", null)
                .header("Authorization", basic("practice-key", "practice-only"))
                .header("Content-Type", "application/x-www-form-urlencoded");

        assertThat(send(request.POST(BodyPublishers.ofString(form))).statusCode())
                .isEqualTo(200);
        assertThat(get("/sandbox/epic/_state", null).statusCode()).isEqualTo(401);
        assertThat(get("/sandbox/epic/_state", "admin").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/triage/examples, nora, 403",
        "/api/triage/examples, analyst, 400",
        "/api/triage/rules, maria, 403",
        "/api/triage/rules, admin, 400",
        "/api/triage/rules/try, nora, 400",
        "/api/triage/rules/try, maria, 403",
        "/api/triage/try, nora, 200",
        "/api/triage/try, ana, 403",
        "/api/triage/models/training, nora, 403",
        "/api/triage/models/nothing-there/promote, nora, 403",
        "/api/triage/models/nothing-there/promote, analyst, 404",
        "/api/triage/models/roll-back, analyst, 409"
    })
    void letsManagersLookAtLearningAndAnalystsTeach(String path, String user, int status) throws Exception {
        String body = path.equals("/api/triage/try") ? "{\"channel\":\"EMAIL\",\"body\":\"certificate\"}" : "{}";
        HttpRequest.Builder call =
                request(path, user).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));

        HttpResponse<String> answer = send(call);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        if (status >= 400) {
            assertThat(JSON.readTree(answer.body()).get("detail").asText()).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/webhooks/twilio/sms, application/x-www-form-urlencoded, 403",
        "/webhooks/twilio/voicemail, application/x-www-form-urlencoded, 403",
        "/webhooks/forms/contact-us, application/json, 403",
        "/webhooks/forms, application/json, 401",
        "/webhooks/anything, application/json, 401"
    })
    void believesWebhooksByTheirSignatureOnly(String path, String type, int status) throws Exception {
        HttpRequest.Builder call =
                request(path, null).header("Content-Type", type).POST(BodyPublishers.ofString("{}"));
        assertThat(send(call).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/liveness",
                "/actuator/health/readiness",
                "/operaton/app/tasklist/default/",
                "/operaton/app/cockpit/default/"
            })
    void opensLoginPagesAndProbes(String path) throws Exception {
        assertThat(get(path, null).statusCode()).isEqualTo(200);
    }

    @Test
    void leadsFromTheRootToTasklist() throws Exception {
        HttpResponse<String> answer = get("/", null);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("/operaton/app/tasklist/"));
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        HttpResponse<String> answer = send(request("/api/staff", null).header("Authorization", basic("theo", "wrong")));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(JSON.readTree(answer.body()).get("detail").asText()).contains("Log in");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/staff, maria, 200",
        "/api/staff, ana, 403",
        "/api/reports/volume, maria, 403",
        "/api/reports/volume, analyst, 403",
        "/api/reports/volume, ana, 403",
        "/api/inbound-items/IN-2026-000001, ana, 403",
        "/actuator/metrics, nora, 403",
        "/actuator/metrics, admin, 200",
        "/sandbox/nowcerts/_state, nora, 403",
        "/sandbox/nowcerts/_state, admin, 200",
        "/sandbox/hawksoft/_state, nora, 403",
        "/sandbox/hawksoft/_state, admin, 200",
        "/sandbox/carrier/_state, admin, 200",
        "/sandbox/carrier/_behavior, nora, 403",
        "/sandbox/carrier/_behavior, admin, 200",
        "/api/triage/examples, analyst, 200",
        "/api/triage/rules, nora, 200",
        "/api/triage/models, admin, 200",
        "/api/triage/models/training, maria, 403",
        "/api/triage/examples, ana, 403",
        "/api/triage/rules, sam, 403",
        "/api/form-mappings/contact-us, analyst, 200",
        "/api/form-mappings/contact-us, maria, 403",
        "/api/form-mappings, ana, 403",
        "/api/requests, maria, 200",
        "/api/requests, ana, 200",
        "/api/requests, analyst, 403",
        "/api/requests?size=5000, maria, 400",
        "/api/requests?from=yesterday, maria, 400",
        "/api/requests/SR-1999-000001, maria, 404",
        "/api/openapi.json, maria, 200",
        "/engine-rest/engine, maria, 200",
        "/anything-else, admin, 403"
    })
    void knowsTheRoles(String path, String user, int status) throws Exception {
        assertThat(get(path, user).statusCode()).as("%s for %s", path, user).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nora", "admin"})
    void letsManagersAndAdministratorsReadReports(String user) throws Exception {
        assertThat(get("/api/reports/volume", user).statusCode()).isNotIn(401, 403);
    }

    @Test
    void showsARequestToTheAgencyAndToThePartnerWhoHasIt() throws Exception {
        insert("SR-2026-000001", "LICENSED_STAFF", "account-managers");
        insert("SR-2026-000002", "EXTERNAL_PARTNER", "partner-licensed");
        give("SR-2026-000002", "partner-licensed");

        JsonNode all = JSON.readTree(get("/api/requests?client=okafor&from=2026-11-23&to=2026-11-23", "maria")
                .body());
        assertThat(all.get("total").asInt()).isEqualTo(2);
        JsonNode request =
                JSON.readTree(get("/api/requests/SR-2026-000001", "maria").body());
        assertThat(request.get("client").get("id").asText()).isEqualTo("10001");
        assertThat(request.get("policies").get(1).asText()).isEqualTo("B-2");
        assertThat(request.get("openedAt").asText()).isEqualTo("2026-11-23T09:00:00-06:00");
        assertThat(get("/api/requests/SR-2026-000001/timeline", "maria").statusCode())
                .isEqualTo(200);

        assertThat(get("/api/requests/SR-2026-000001", "ana").statusCode()).isEqualTo(404);
        assertThat(get("/api/requests/SR-2026-000002", "ana").statusCode()).isEqualTo(200);
        assertThat(get("/api/requests/SR-2026-000002/policies", "ana").statusCode())
                .isEqualTo(403);
        assertThat(get("/api/requests/SR-2026-000002", "kofi").statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(get("/api/requests", "ana").body())
                        .get("total")
                        .asInt())
                .isEqualTo(1);
    }

    private void insert(String number, String route, String queue) {
        jdbc.sql("insert into service_request (number, tenant_id, process_instance_id, work_type, status, route, queue,"
                        + " client_id, client_name, policy_numbers, opened_at, touched_by_person) values (?,"
                        + " 'harborline', ?, 'CERT_LIABILITY', 'READY', ?, ?, '10001', 'Okafor Electric', 'A-1, B-2',"
                        + " ?, false)")
                .params(number, "instance-of-" + number, route, queue, OffsetDateTime.parse("2026-11-23T15:00:00Z"))
                .update();
    }

    private void give(String number, String queue) {
        OffsetDateTime offered = OffsetDateTime.parse("2026-11-23T15:00:00Z");
        jdbc.sql(
                        "insert into partner_assignment (id, tenant_id, request_number, process_instance_id, partner_id, queue,"
                                + " work_type, status, price, currency, unit, units, packet, offered_at, accept_by) values ('a-1',"
                                + " 'harborline', ?, 'p-1', 'keyline', ?, 'ENDT_VEHICLE', 'OFFERED', 14, 'USD', 'REQUEST', 1, ?, ?,"
                                + " ?)")
                .params(
                        number,
                        queue,
                        "{\"facts\":{},\"instructions\":\"\",\"text\":null,\"files\":[],\"withheld\":0}",
                        offered,
                        offered)
                .update();
    }

    @Test
    void givesEveryoneTheListsOfTasklist() throws Exception {
        assertThat(filters("maria"))
                .containsExactlyInAnyOrder("My work", "My queues", "At risk", "Overdue", "All open");
        assertThat(filters("devon")).containsExactlyInAnyOrder("My work", "My queues", "Triage", "At risk", "Overdue");
        assertThat(filters("nora"))
                .containsExactlyInAnyOrder("My work", "My queues", "Triage", "At risk", "Overdue", "All open");
        assertThat(filters("ana")).containsExactlyInAnyOrder("My work", "My queues", "At risk", "Overdue");
    }

    @Test
    void canEvaluateEachList() throws Exception {
        for (JsonNode filter : JSON.readTree(get("/engine-rest/filter", "nora").body())) {
            String path = "/engine-rest/filter/" + filter.get("id").asText() + "/count";
            assertThat(get(path, "nora").statusCode())
                    .as(filter.get("name").asText())
                    .isEqualTo(200);
        }
    }

    @Test
    void letsAnalystsDeployAndNobodyElseButTheAdministrator() throws Exception {
        assertThat(deploy("maria")).isEqualTo(403);
        assertThat(deploy("nora")).isEqualTo(403);
        assertThat(deploy("analyst")).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "maria, log-phone-call, 200",
        "devon, log-phone-call, 200",
        "ana, log-phone-call, 404",
        "analyst, log-phone-call, 403",
        "maria, service-request, 403",
        "maria, intake, 403"
    })
    void letsTheAgencysPeopleLogACallAndStartNothingElse(String user, String process, int status) throws Exception {
        String call = "{\"variables\":{\"caller\":{\"value\":\"Ann\"},\"callAbout\":{\"value\":\"Wants a card\"}}}";
        HttpRequest.Builder start = request("/engine-rest/process-definition/key/" + process + "/start", user)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(call));

        assertThat(send(start).statusCode()).isEqualTo(status);
    }

    @Test
    void putsPeopleInTheGroupsOfRoleAndQueues() {
        assertThat(identity.createUserQuery().count()).isEqualTo(19);
        assertThat(identity.createGroupQuery().groupMember("devon").list())
                .extracting(Group::getId)
                .containsExactlyInAnyOrder("assistant", "account-managers", "triage");
        assertThat(identity.createTenantQuery()
                        .userMember("maria")
                        .singleResult()
                        .getId())
                .isEqualTo("harborline");
    }

    @Test
    void acceptsTheLoginOfTheWebApplicationsAndItsTokenForChanges() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        HttpResponse<String> page =
                browser.send(request("/operaton/app/tasklist/default/", null).build(), text());
        String token = page.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
        HttpResponse<String> login = browser.send(
                request("/operaton/api/admin/auth/user/default/login/tasklist", null)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("X-XSRF-TOKEN", token)
                        .POST(BodyPublishers.ofString("username=priya&password=priya"))
                        .build(),
                text());
        assertThat(login.statusCode()).isEqualTo(200);

        HttpResponse<String> staff = browser.send(request("/api/staff", null).build(), text());
        assertThat(staff.statusCode()).isEqualTo(200);
        assertThat(staff.headers().allValues("Set-Cookie"))
                .as("the session stays as it is, also for what is called beside it")
                .isEmpty();
        assertThat(browser.send(request("/engine-rest/engine", null).build(), text())
                        .statusCode())
                .isEqualTo(401);
        HttpRequest.Builder change = request("/api/nothing-there", null).POST(BodyPublishers.ofString("{}"));
        assertThat(browser.send(change.build(), text()).statusCode()).isEqualTo(401);
        HttpResponse<String> next = browser.send(
                request("/operaton/api/admin/auth/user/default", null).build(), text());
        String now = next.headers().firstValue("X-XSRF-TOKEN").orElseThrow();
        assertThat(browser.send(change.header("X-XSRF-TOKEN", now).build(), text())
                        .statusCode())
                .isEqualTo(404);
    }

    private List<String> filters(String user) throws Exception {
        List<String> names = new ArrayList<>();
        JSON.readTree(get("/engine-rest/filter", user).body())
                .forEach(filter -> names.add(filter.get("name").asText()));
        return names;
    }

    private int deploy(String user) throws Exception {
        String model = """
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="test">
                  <process id="tried-by-analyst" isExecutable="true" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                      camunda:historyTimeToLive="P1D"><startEvent id="start"/></process>
                </definitions>""";
        String body = "--x\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\ntried\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"data\"; filename=\"tried.bpmn\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n" + model + "\r\n--x--\r\n";
        return send(request("/engine-rest/deployment/create", user)
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private HttpResponse<String> get(String path, @Nullable String user) throws Exception {
        return send(request(path, user));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), text());
    }

    private static HttpResponse.BodyHandler<String> text() {
        return BodyHandlers.ofString();
    }

    private HttpRequest.Builder request(String path, @Nullable String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return user == null ? request : request.header("Authorization", basic(user, user));
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}

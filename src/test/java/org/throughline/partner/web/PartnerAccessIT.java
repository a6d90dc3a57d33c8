package org.throughline.partner.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.request.ServiceRequests;
import org.throughline.staff.Partner;
import org.throughline.staff.Partners;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;
import org.throughline.triage.RoutingFacts;

/** The whole application as partners see it: their people, their own systems, and another partner beside them. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"operaton.bpm.job-execution.enabled=false", "throughline.sandbox.morning-mail=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerAccessIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FETCH = "/engine-rest/external-task/fetchAndLock";

    private final HttpClient http = HttpClient.newHttpClient();
    private final ServiceRequests requests;
    private final RoutingFacts routing;
    private final Partners partners;
    private final Staff staff;
    private final IdentityService identity;
    private final JdbcClient jdbc;

    @LocalServerPort
    private int port;

    @Autowired
    PartnerAccessIT(
            ServiceRequests requests,
            RoutingFacts routing,
            Partners partners,
            Staff staff,
            IdentityService identity,
            JdbcClient jdbc) {
        this.requests = requests;
        this.routing = routing;
        this.partners = partners;
        this.staff = staff;
        this.identity = identity;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void aSecondPartnerWithAPerson() {
        StaffMember ana = staff.find("ana").orElseThrow();
        staff.add(List.of(new StaffMember(
                "zoe",
                "Zoe Alder",
                "Processor",
                ana.role(),
                null,
                null,
                "alder",
                ana.queues(),
                List.of(),
                List.of("en"),
                480,
                List.of(),
                List.of(),
                null,
                null,
                true)));
        User zoe = identity.newUser("zoe");
        zoe.setPassword("zoe");
        identity.saveUser(zoe);
        List.of("partner", "partner-licensed").forEach(group -> identity.createMembership("zoe", group));
        identity.createTenantUserMembership("harborline", "zoe");
    }

    @BeforeEach
    void keylineAloneWithPeople() {
        set("keyline", null, true);
        set("alder", null, false);
    }

    private void set(String id, @Nullable String account, boolean active) {
        Partner keyline = partners.find("keyline").orElseThrow();
        partners.save(new Partner(
                id,
                id.equals("keyline") ? keyline.name() : "Alder Services",
                keyline.timeZone(),
                keyline.workingHours(),
                120,
                60,
                account,
                active,
                keyline.work()));
    }

    /** Opens a request that routing gives to a partner with people or a system in the licensed queue. */
    private String vehicle() {
        return open("ENDT_VEHICLE");
    }

    private String open(String workType) {
        Map<String, Object> facts = new HashMap<>(Map.of(
                "senderRole", "AUTHORIZED_CONTACT",
                "authenticated", true,
                "securityFlag", false,
                "judgement", false,
                "contractAttached", false,
                "surplusLines", false,
                "missingInfo", false,
                "mark", "NONE",
                "alarm", "NONE"));
        facts.putAll(Map.of(
                "hoursToHardDate",
                9999,
                "hoursToNeededBy",
                9999,
                "lineOfBusiness",
                "AUTO",
                "commercial",
                true,
                "state",
                "TX"));
        Map<String, Object> request = new HashMap<>(Map.of(
                "workType", workType,
                "classification", "AUTO",
                "senderRole", "AUTHORIZED_CONTACT",
                "senderAddress", "denise@okaforplumbing.example",
                "clientId", "10001",
                "clientName", "Okafor Plumbing",
                "subject", "Add the van for Denise Okafor",
                "policyNumbers", "BMC-CA-0448214",
                "state", "TX",
                "lineOfBusiness", "AUTO"));
        request.put("askText", "Add the van, my SSN is 512-44-7781.");
        request.put("acknowledge", false);
        request.put("status", "NEW");
        return requests.open(request, routing.of(facts, workType, "AUTO"));
    }

    private String assignmentOf(String number) {
        return jdbc.sql("select id from partner_assignment where request_number = ? and closed_at is null")
                .param(number)
                .query(String.class)
                .single();
    }

    private String task(String number, String user) throws Exception {
        HttpResponse<String> answer = get("/engine-rest/task?processInstanceBusinessKey=" + number, user);
        JsonNode tasks = JSON.readTree(answer.body());
        assertThat(tasks).as(answer.body()).isNotEmpty();
        return tasks.get(0).get("id").asText();
    }

    private int tasks(String number, String user) throws Exception {
        return JSON.readTree(get("/engine-rest/task?processInstanceBusinessKey=" + number, user)
                        .body())
                .size();
    }

    @Test
    void showsAnaThePacketAndNothingElseOfTheRequest() throws Exception {
        String number = vehicle();

        JsonNode seen = JSON.readTree(get("/api/requests/" + number, "ana").body());
        assertThat(seen.get("policies").get(0).asText()).isEqualTo("BMC-CA-0448214");
        assertThat(seen.get("queue").asText()).isEqualTo("partner-licensed");
        assertThat(seen.get("route").asText()).isEqualTo("EXTERNAL_PARTNER");
        assertThat(seen.get("client").isNull()).isTrue();
        assertThat(seen.get("subject").isNull()).isTrue();
        assertThat(seen.toString()).doesNotContain("Okafor").doesNotContain("denise@");
        JsonNode work = JSON.readTree(
                get("/api/partner/work/" + assignmentOf(number), "ana").body());
        assertThat(work.get("text").asText()).isEqualTo("Add the van, my SSN is [Social Security number removed].");
        assertThat(work.toString()).doesNotContain("Okafor").doesNotContain("7781");
        assertThat(JSON.readTree(get("/api/requests/" + number, "maria").body())
                        .at("/client/name")
                        .asText())
                .isEqualTo("Okafor Plumbing");
        assertThat(JSON.readTree(get("/api/requests/" + number, "maria").body())
                        .get("waitingOn")
                        .asText())
                .isEqualTo("PARTNER");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/timeline", "/policies", "/decisions", "/checks", "/certificates", "/anything-new"})
    void closesEverythingElseOfTheRequestToAna(String path) throws Exception {
        assertThat(get("/api/requests/" + vehicle() + path, "ana").statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/requests?client=okafor",
                "/api/inbound-items",
                "/api/staff",
                "/api/partners",
                "/api/reports/partner",
                "/api/decisions/route",
                "/api/anything-new"
            })
    void closesTheRestOfTheInterfaceToAna(String path) throws Exception {
        assertThat(get(path, "ana").statusCode()).isEqualTo(403);
        assertThat(post("/api/intake/preview", "ana", "{\"channel\":\"EMAIL\",\"body\":\"policy BMC-CA-0448214\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void closesItToKofiWhoWorksAnotherQueueAndToAnotherPartner() throws Exception {
        String number = vehicle();
        String assignment = assignmentOf(number);
        String task = task(number, "ana");

        for (String other : List.of("kofi", "zoe")) {
            assertThat(get("/api/requests/" + number, other).statusCode()).isEqualTo(404);
            assertThat(get("/api/partner/work/" + assignment, other).statusCode())
                    .isEqualTo(404);
            assertThat(get("/api/requests", other).body()).doesNotContain(number);
            assertThat(tasks(number, other)).isZero();
            assertThat(get("/engine-rest/task/" + task + "/variables", other).statusCode())
                    .isNotEqualTo(200);
            assertThat(claim(task, other).statusCode()).isNotEqualTo(204);
            assertThat(post("/api/partner/work/" + assignment + "/decline", other, "{\"reason\":\"x\"}")
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(tasks(number, "ana")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/process-instance",
                "/engine-rest/execution",
                "/engine-rest/variable-instance",
                "/engine-rest/external-task",
                "/engine-rest/history/variable-instance",
                "/engine-rest/history/activity-instance",
                "/engine-rest/history/task",
                "/engine-rest/history/decision-instance",
                "/engine-rest/history/detail",
                "/engine-rest/history/user-operation"
            })
    void showsAnaNothingOfTheEngineButHerTasks(String path) throws Exception {
        vehicle();

        HttpResponse<String> answer = get(path, "ana");

        assertThat(answer.statusCode() == 403 || answer.body().equals("[]"))
                .as(answer.body())
                .isTrue();
    }

    @Test
    void letsAnaReadOnlyHarmlessVariablesOfHerTask() throws Exception {
        String number = vehicle();

        JsonNode variables = JSON.readTree(get("/engine-rest/task/" + task(number, "ana") + "/variables", "ana")
                .body());

        assertThat(variables.has("requestNumber")).isTrue();
        for (String name : List.of("clientName", "clientId", "senderAddress", "subject", "askText", "policyNumbers")) {
            assertThat(variables.has(name)).as(name).isFalse();
        }
    }

    @Test
    void letsAnaWorkOverTheEnginesInterfaceAndRefusesWhatDoesNotHold() throws Exception {
        String number = vehicle();
        String offer = task(number, "ana");
        assertThat(claim(offer, "ana").statusCode()).isEqualTo(204);
        assertThat(complete(offer, "ana", "\"acceptance\":{\"value\":\"ACCEPT\"},\"licenseRequired\":{\"value\":false}")
                        .body())
                .contains("licenseRequired is not yours to set");
        assertThat(complete(offer, "ana", "\"acceptance\":{\"value\":\"ACCEPT\"}")
                        .statusCode())
                .isEqualTo(204);

        String work = task(number, "ana");
        assertThat(claim(work, "kofi").statusCode()).isNotEqualTo(204);
        assertThat(claim(work, "ana").statusCode()).isEqualTo(204);
        assertThat(complete(work, "ana", "\"workDone\":{\"value\":\"DONE\"}").body())
                .contains("result is missing");
        assertThat(complete(
                                work,
                                "ana",
                                "\"workDone\":{\"value\":\"DONE\"},\"minutes\":{\"value\":9},\"result\":{\"value\":\"Keyed,"
                                        + " K-1\"}")
                        .statusCode())
                .isEqualTo(204);

        JsonNode reviewed = JSON.readTree(get("/engine-rest/task?processInstanceBusinessKey=" + number, "maria")
                .body());
        assertThat(reviewed.get(0).get("name").asText()).isEqualTo("Review partner work");
        assertThat(tasks(number, "ana")).isZero();
        assertThat(jdbc.sql("select license from partner_assignment where request_number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .startsWith("TX-");
    }

    @Test
    void sendsDeclinedWorkHomeWithTheReason() throws Exception {
        String number = vehicle();
        String assignment = assignmentOf(number);

        assertThat(post("/api/partner/work/" + assignment + "/decline", "ana", "{}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/partner/work/" + assignment + "/decline", "maria", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/api/partner/work/" + assignment + "/decline", "ana", "{\"reason\":\"No room\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(get("/api/requests/" + number, "ana").statusCode()).isEqualTo(404);
        JsonNode home = JSON.readTree(get("/api/requests/" + number, "maria").body());
        assertThat(home.get("route").asText()).isEqualTo("LICENSED_STAFF");
        assertThat(home.get("queue").asText()).isEqualTo("account-managers");
        assertThat(JSON.readTree(get("/api/partner/work/" + assignment, "maria").body())
                        .get("reason")
                        .asText())
                .isEqualTo("No room");
    }

    @Test
    void carriesFilesBothWays() throws Exception {
        String number = vehicle();
        String work = "/api/partner/work/" + assignmentOf(number);

        HttpResponse<String> sent = send(request(work + "/files?filename=..%2F..%2Fbill.txt", "ana")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("Bill of sale")));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        JsonNode file = JSON.readTree(sent.body());
        assertThat(file.get("filename").asText()).isEqualTo("bill.txt");
        String id = file.get("id").asText();
        assertThat(get(work + "/files/" + id, "ana").body()).isEqualTo("Bill of sale");
        assertThat(get("/api/requests/" + number + "/documents/" + id, "maria").body())
                .isEqualTo("Bill of sale");
        assertThat(get("/api/requests/" + number + "/documents/" + id, "ana").statusCode())
                .isEqualTo(200);
        assertThat(get(work + "/files/" + id, "zoe").statusCode()).isEqualTo(404);
        HttpResponse<String> page = send(request(work + "/files?filename=a.html", "ana")
                .header("Content-Type", "text/html")
                .POST(BodyPublishers.ofString("<script>")));
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.body()).contains("Files of type text/html are not taken");
    }

    @Test
    void givesEachPartnersSystemItsOwnWorkOnly() throws Exception {
        set("keyline", "keyline-system", true);
        String keylines = vehicle();
        set("keyline", "keyline-system", false);
        set("alder", "alder-system", true);
        String alders = vehicle();
        set("keyline", "keyline-system", true);

        JsonNode own = fetch("keyline-system");
        assertThat(own).hasSize(1);
        assertThat(own.get(0).get("businessKey").asText()).isEqualTo(keylines);
        assertThat(own.get(0).get("variables").has("clientName")).isFalse();
        JsonNode others = fetch("alder-system");
        assertThat(others).hasSize(1);
        assertThat(others.get(0).get("businessKey").asText()).isEqualTo(alders);

        String foreign = "/engine-rest/external-task/" + others.get(0).get("id").asText();
        for (String call : List.of("complete", "failure", "bpmnError", "extendLock", "unlock")) {
            HttpResponse<String> answer = post(
                    foreign + "/" + call,
                    "keyline-system",
                    "{\"workerId\":\"w-alder-system\",\"errorCode\":\"returned\",\"newDuration\":1000,\"retries\":0}");
            assertThat(answer.statusCode()).as("%s: %s", call, answer.body()).isIn(403, 404, 500);
        }
        assertThat(get("/api/partner/work/" + assignmentOf(alders), "keyline-system")
                        .statusCode())
                .isEqualTo(404);
        assertThat(get("/api/partner/work/" + assignmentOf(keylines), "keyline-system")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> done = post(
                foreign + "/complete",
                "alder-system",
                "{\"workerId\":\"w-alder-system\",\"variables\":{\"result\":{\"value\":\"Keyed\"},\"minutes\":{\"value\":3},"
                        + "\"doneBy\":{\"value\":\"zoe\"}}}");
        assertThat(done.statusCode())
                .as("untouched by the other partner; zoe holds no license")
                .isEqualTo(400);
        assertThat(done.body()).contains("license");
    }

    @Test
    void closesTheEngineToAPartnersSystemExceptForItsWork() throws Exception {
        set("keyline", "keyline-system", true);
        String number = vehicle();
        JsonNode own = fetch("keyline-system").get(0);
        String instance = own.get("processInstanceId").asText();
        String task = own.get("id").asText();

        for (String path : List.of(
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/process-instance/" + instance,
                "/engine-rest/execution/" + instance + "/localVariables",
                "/engine-rest/external-task",
                "/engine-rest/external-task/" + task,
                "/engine-rest/task",
                "/engine-rest/variable-instance",
                "/engine-rest/process-definition",
                "/engine-rest/deployment",
                "/engine-rest/engine",
                "/engine-rest/user",
                "/engine-rest/engine/default/external-task",
                "/engine-rest//external-task/fetchAndLock",
                "/api/requests/" + number + "/timeline",
                "/api/staff",
                "/api/reports/partner")) {
            assertThat(get(path, "keyline-system").statusCode()).as(path).isIn(400, 403);
        }
        for (String path : List.of(
                "/engine-rest/process-definition/key/service-request/start",
                "/engine-rest/process-instance/" + instance + "/modification",
                "/engine-rest/process-instance/" + instance + "/variables",
                "/engine-rest/external-task/retries",
                "/engine-rest/message",
                "/engine-rest/deployment/create",
                "/engine-rest/external-task/" + task + "/complete;x=y",
                "/api/intake/phone")) {
            assertThat(post(path, "keyline-system", "{}").statusCode()).as(path).isIn(400, 403);
        }
        HttpResponse<String> page = get("/operaton/app/tasklist/default/", null);
        HttpResponse<String> login = send(request("/operaton/api/admin/auth/user/default/login/tasklist", null)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-XSRF-TOKEN",
                        page.headers().firstValue("X-XSRF-TOKEN").orElseThrow())
                .header("Cookie", String.join("; ", page.headers().allValues("Set-Cookie")))
                .POST(BodyPublishers.ofString("username=keyline-system&password=keyline-system")));
        assertThat(login.statusCode()).isNotEqualTo(200);
    }

    @Test
    void letsAPartnersSystemExtendFailSendAgainAndComplete() throws Exception {
        set("keyline", "keyline-system", true);
        String number = vehicle();
        String task = "/engine-rest/external-task/"
                + fetch("keyline-system").get(0).get("id").asText();
        String worker = "\"workerId\":\"w-keyline-system\"";

        assertThat(post(task + "/extendLock", "keyline-system", "{" + worker + ",\"newDuration\":60000}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(post(task + "/failure", "keyline-system", "{" + worker + ",\"retries\":2,\"retryTimeout\":0}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(fetch("keyline-system")).hasSize(1);
        HttpResponse<String> malformed =
                post(task + "/complete", "keyline-system", "{" + worker + ",\"variables\":{\"result\":{\"value\":7}}}");
        assertThat(malformed.statusCode()).isEqualTo(400);
        assertThat(malformed.body()).contains("result is no text").contains("minutes is missing");
        HttpResponse<String> done = post(
                task + "/complete",
                "keyline-system",
                "{" + worker + ",\"variables\":{\"result\":{\"value\":\"Keyed, K-1\"},\"minutes\":{\"value\":3},"
                        + "\"doneBy\":{\"value\":\"ana\"}}}");
        assertThat(done.statusCode()).as(done.body()).isEqualTo(204);

        assertThat(fetch("keyline-system")).isEmpty();
        assertThat(JSON.readTree(get("/api/requests/" + number, "maria").body())
                        .get("status")
                        .asText())
                .isEqualTo("AWAITING_APPROVAL");
    }

    @Test
    void takesBackWhatAPartnersSystemReturns() throws Exception {
        set("keyline", "keyline-system", true);
        String number = vehicle();
        String task = "/engine-rest/external-task/"
                + fetch("keyline-system").get(0).get("id").asText();
        String worker = "\"workerId\":\"w-keyline-system\"";

        assertThat(post(task + "/bpmnError", "keyline-system", "{" + worker + ",\"errorCode\":\"made-up\"}")
                        .statusCode())
                .as("an error that the model does not know ends nothing")
                .isNotEqualTo(204);
        assertThat(post(
                                task + "/bpmnError",
                                "keyline-system",
                                "{" + worker + ",\"errorCode\":\"returned\",\"errorMessage\":\"No such VIN\"}")
                        .statusCode())
                .isEqualTo(204);

        assertThat(JSON.readTree(get("/api/requests/" + number, "maria").body())
                        .get("queue")
                        .asText())
                .isEqualTo("account-managers");
        assertThat(jdbc.sql("select reason from partner_assignment where request_number = ? and status = 'RETURNED'")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("No such VIN");
    }

    private JsonNode fetch(String user) throws Exception {
        HttpResponse<String> answer = post(
                FETCH,
                user,
                "{\"workerId\":\"w-" + user
                        + "\",\"maxTasks\":10,\"topics\":[{\"topicName\":\"partner-work\",\"lockDuration\":60000}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> claim(String task, String user) throws Exception {
        return post("/engine-rest/task/" + task + "/claim", user, "{\"userId\":\"" + user + "\"}");
    }

    private HttpResponse<String> complete(String task, String user, String variables) throws Exception {
        return post("/engine-rest/task/" + task + "/complete", user, "{\"variables\":{" + variables + "}}");
    }

    private HttpResponse<String> post(String path, String user, String json) throws Exception {
        return send(
                request(path, user).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> get(String path, @Nullable String user) throws Exception {
        return send(request(path, user));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, @Nullable String user) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return user == null
                ? request
                : request.header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8)));
    }
}

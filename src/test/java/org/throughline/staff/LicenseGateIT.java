package org.throughline.staff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The gate from outside: everybody tries every way of the engine's interface, licensed or not. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "operaton.bpm.job-execution.enabled=false",
            "throughline.sandbox.morning-mail=false",
            "logging.level.org.operaton.bpm.engine.context=OFF",
            "logging.level.org.operaton.bpm.engine.rest.exception=OFF"
        })
class LicenseGateIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LEAST_CALLS = 200;
    private static final int MOST_CALLS = 1_000;
    private static final List<Act> ACTS = List.of(Act.AUTHORIZE_CERTIFICATE, Act.ADVISE, Act.BIND);
    private static final List<String> STATES = List.of("TX", "WA", "NM");

    /** Method, path and body; {@code me}, {@code task}, {@code execution} and {@code instance} are filled in. */
    private record Call(String method, String path, String body) {}

    private static final List<Call> CALLS = List.of(
            new Call("POST", "/task/{task}/claim", "{\"userId\": \"{me}\"}"),
            new Call("POST", "/task/{task}/assignee", "{\"userId\": \"{me}\"}"),
            new Call("PUT", "/task/{task}", "{\"name\": \"Mine\", \"assignee\": \"{me}\"}"),
            new Call("POST", "/task/{task}/delegate", "{\"userId\": \"{me}\"}"),
            new Call("POST", "/task/{task}/resolve", "{}"),
            new Call("PUT", "/task/{task}/variables/workType", "{\"value\": \"PAYMENT\", \"type\": \"String\"}"),
            new Call("PUT", "/task/{task}/variables/licenseRequired", "{\"value\": false, \"type\": \"Boolean\"}"),
            new Call("POST", "/task/{task}/bpmnEscalation", "{\"escalationCode\": \"up\"}"),
            new Call("POST", "/execution/{execution}/signal", "{}"),
            new Call(
                    "POST",
                    "/process-instance/{instance}/modification",
                    "{\"skipCustomListeners\": true,"
                            + " \"instructions\": [{\"type\": \"startAfterActivity\", \"activityId\": \"Task_Act\"}]}"),
            new Call("POST", "/task/{task}/bpmnError", "{\"errorCode\": \"wrong\"}"),
            new Call("POST", "/task/{task}/submit-form", "{\"variables\": {}}"),
            new Call("POST", "/task/{task}/complete", "{\"variables\": {\"licenseRequired\": {\"value\": false}}}"));

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private TaskService tasks;

    @Autowired
    private IdentityService identity;

    @Autowired
    private Staff staff;

    @Autowired
    private Clock clock;

    LicenseGateIT() {}

    @ParameterizedTest
    @CsvSource({
        "csr, maria hector sam",
        "producer, priya",
        "assistant, devon",
        "accounting, theo",
        "compliance, carla",
        "manager, nora",
        "analyst, analyst",
        "partner, ana kofi",
        "admin, admin"
    })
    void noCallLetsAnUnlicensedActHappen(String role, String userIds) throws Exception {
        ACTS.forEach(this::deploy);
        Random random = new Random(role.hashCode());
        List<String> people = List.of(userIds.split(" ", -1));
        int calls = 0;
        int lawfullyDone = 0;
        int refusedByTheGate = 0;
        // Somebody without any license may do few acts: that one of them comes up takes a while.
        for (int round = 0; calls < LEAST_CALLS || (lawfullyDone == 0 && calls < MOST_CALLS); round++) {
            String userId = people.get(round % people.size());
            StaffMember person = staff.find(userId).orElseThrow();
            Act act = ACTS.get(random.nextInt(ACTS.size()));
            String state = STATES.get(random.nextInt(STATES.size()));
            boolean judgement = random.nextInt(4) > 0;
            boolean lawful = !LicenseOracle.licensed(act, "CERT_LIABILITY", "JUDGEMENT", judgement, state)
                    || LicenseOracle.allows(
                            person, state, "CASUALTY", LicenseOracle.committing(act), "BMC", LocalDate.now(clock));
            List<Call> order = new ArrayList<>(CALLS);
            Collections.shuffle(order, random);
            Task task = start(act, state, judgement, userId);
            for (Call call : order) {
                if (userId.equals("admin") && call.path().endsWith("/modification")) {
                    continue;
                }
                HttpResponse<String> answer = send(call, task, userId);
                calls++;
                if (answer.statusCode() == 400 && answer.body().contains("This step needs ")) {
                    refusedByTheGate++;
                }
                if (ended(task)) {
                    assertThat(lawful)
                            .as("%s does %s in %s by %s: %s", userId, act, state, call, answer.body())
                            .isTrue();
                    lawfullyDone++;
                    task = start(act, state, judgement, userId);
                }
            }
        }
        assertThat(calls).isGreaterThanOrEqualTo(LEAST_CALLS);
        assertThat(lawfullyDone).as("licensed or not needed").isPositive();
        assertThat(refusedByTheGate).as("refused by the gate itself").isPositive();
    }

    @Test
    void keepsRefusedAndAllowedAttemptsForWhoeverWatches() throws Exception {
        deploy(Act.ADVISE);
        Task task = start(Act.ADVISE, "TX", false, "devon");
        tasks.addCandidateUser(task.getId(), "maria");
        Call complete = new Call("POST", "/task/{task}/complete", "{}");

        assertThat(send(complete, task, "devon").body()).contains("Devon Reed holds no active license.");
        assertThat(send(complete, task, "maria").statusCode()).isEqualTo(204);

        JsonNode refused = checks("carla", "?person=devon&outcome=refused&from=2020-01-01");
        assertThat(refused.at("/items/0/taskName").asText()).isEqualTo("Act");
        assertThat(refused.at("/items/0/path").asText()).isEqualTo("COMPLETE");
        assertThat(refused.at("/items/0/reason").asText()).startsWith("Devon Reed holds no active license.");
        JsonNode allowed = checks("nora", "?person=maria&outcome=ALLOWED");
        assertThat(allowed.at("/items/0/licenses").asText()).isEqualTo("TX-3300137");
        assertThat(get("/api/license-checks", "maria").statusCode()).isEqualTo(403);
        assertThat(get("/api/license-checks?outcome=MAYBE", "admin").statusCode())
                .isEqualTo(400);
        assertThat(get("/api/license-checks?from=yesterday", "admin").statusCode())
                .isEqualTo(400);
    }

    private JsonNode checks(String userId, String query) throws Exception {
        HttpResponse<String> answer = get("/api/license-checks" + query, userId);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private void deploy(Act act) {
        identity.clearAuthentication();
        repository
                .createDeployment()
                .name("gate-" + act)
                .enableDuplicateFiltering(true)
                .addModelInstance("gate-" + act + ".bpmn", GateModels.of("gate-" + act, act.name()))
                .deploy();
    }

    private Task start(Act act, String state, boolean judgement, String candidate) {
        identity.clearAuthentication();
        ProcessInstance instance = runtime.createProcessInstanceByKey("gate-" + act)
                .setVariables(Map.of(
                        "workType", "CERT_LIABILITY",
                        "state", state,
                        "licenseState", state,
                        "licenseRequired", judgement,
                        "carrier", "BMC"))
                .execute();
        Task task = tasks.createTaskQuery().processInstanceId(instance.getId()).singleResult();
        tasks.addCandidateUser(task.getId(), candidate);
        return task;
    }

    private boolean ended(Task task) {
        identity.clearAuthentication();
        return tasks.createTaskQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .taskDefinitionKey(GateModels.ACT)
                                .count()
                        == 0
                || tasks.createTaskQuery()
                                .processInstanceId(task.getProcessInstanceId())
                                .taskDefinitionKey(GateModels.NEXT)
                                .count()
                        > 0;
    }

    private HttpResponse<String> send(Call call, Task task, String userId) throws IOException, InterruptedException {
        return http.send(
                request("/engine-rest" + filled(call.path(), task, userId), userId)
                        .header("Content-Type", "application/json")
                        .method(call.method(), BodyPublishers.ofString(filled(call.body(), task, userId)))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String userId) throws IOException, InterruptedException {
        return http.send(request(path, userId).GET().build(), BodyHandlers.ofString());
    }

    private static String filled(String text, Task task, String userId) {
        return text.replace("{me}", userId)
                .replace("{task}", task.getId())
                .replace("{execution}", task.getExecutionId())
                .replace("{instance}", task.getProcessInstanceId());
    }

    private HttpRequest.Builder request(String path, String userId) {
        String login = Base64.getEncoder().encodeToString((userId + ":" + userId).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }
}

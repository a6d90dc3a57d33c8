package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.ams.ClientIndex;
import org.throughline.servicing.submission.CarrierSubmission;
import org.throughline.servicing.submission.CarrierSubmissions;
import org.throughline.servicing.submission.SubmissionState;

/** Submissions to the simulated carriers, each channel with nothing in the place of anything. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class CarrierSubmissionIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GULFTON = "Add additional insured: Gulfton Apartments LP; form = CG 20 10";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final CarrierSubmissions submissions;
    private final ClientIndex clients;

    @LocalServerPort
    private int port;

    @Autowired
    CarrierSubmissionIT(
            RuntimeService runtime,
            TaskService tasks,
            ManagementService jobs,
            CarrierSubmissions submissions,
            ClientIndex clients) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.jobs = jobs;
        this.submissions = submissions;
        this.clients = clients;
    }

    @AfterEach
    void carriersIssueAgain() throws Exception {
        behave("issue");
        put("/sandbox/carrier/_fault", "{\"mode\": \"none\"}");
    }

    @Test
    void fillsTheFormFromTheAmsAndIssuesOverTheCarriersInterface() throws Exception {
        String request = "SR-2026-800001";
        start(request, "ENDT_ADDITIONAL_INSURED", "BMC-GL-0448213");
        assertThat(variables(request))
                .containsEntry("carrier", "BMC")
                .containsEntry("insuredName", "Okafor Plumbing & Drain, LLC")
                .containsEntry("carrierOperation", "POLICY_CHANGE")
                .containsEntry("naic", "99112");

        send(request, Map.of("changeLines", GULFTON));

        CarrierSubmission submission = awaitState(request, SubmissionState.CONFIRMED);
        assertThat(submission.answer()).satisfies(answer -> {
            assertThat(answer.carrierReference()).isNotBlank();
            assertThat(answer.issued()).isNotEmpty();
        });
        assertThat(writesAtTheCarrier(submission.reference())).isEqualTo(1);
    }

    @Test
    void issuesOnceThoughTheAnswerIsLost() throws Exception {
        put("/sandbox/carrier/_fault", "{\"mode\": \"500-after-effect\"}");
        String request = "SR-2026-800002";
        start(request, "ENDT_ADDITIONAL_INSURED", "BMC-GL-0448213");
        send(request, Map.of("changeLines", "Add additional insured: Second Tower LLC; form = CG 20 10"));
        await().atMost(PATIENCE)
                .until(() -> jobs.createJobQuery().withException().count() > 0);
        put("/sandbox/carrier/_fault", "{\"mode\": \"none\"}");

        CarrierSubmission submission = awaitState(request, SubmissionState.CONFIRMED);
        assertThat(writesAtTheCarrier(submission.reference())).isEqualTo(1);
    }

    @Test
    void waitsForACarrierThatRefersItAndAsksAgain() throws Exception {
        behave("refer");
        String request = "SR-2026-800003";
        start(request, "ENDT_ADDITIONAL_INSURED", "BMC-GL-0448213");
        send(request, Map.of("changeLines", "Add additional insured: Third Tower LLC; form = CG 20 10"));
        awaitState(request, SubmissionState.WAITING);
        assertThat(variables(request).get("carrierAnswer")).asString().contains("underwriter");
        assertThat(JSON.readTree(call("GET", "/api/reports/unconfirmed", "nora", "")
                                .body())
                        .path("rows"))
                .anySatisfy(row -> {
                    assertThat(row.path("request").asText()).isEqualTo(request);
                    assertThat(row.path("carrier").asText()).isEqualTo("BMC");
                    assertThat(row.path("operation").asText()).isEqualTo("POLICY_CHANGE");
                    assertThat(row.path("ageBusinessDays").asInt()).isZero();
                });

        behave("issue");
        jobs.createJobQuery()
                .timers()
                .activityId("Event_TimeToAsk")
                .list()
                .forEach(timer -> jobs.setJobDuedate(timer.getId(), Date.from(Instant.now())));

        awaitState(request, SubmissionState.CONFIRMED);
    }

    @Test
    void waitsNoMoreOnceTheRequestIsWithdrawn() throws Exception {
        behave("refer");
        String request = "SR-2026-800009";
        start(request, "ENDT_ADDITIONAL_INSURED", "BMC-GL-0448213");
        send(request, Map.of("changeLines", "Add additional insured: Ninth Tower LLC; form = CG 20 10"));
        awaitState(request, SubmissionState.WAITING);

        leave(request);

        assertThat(awaitState(request, SubmissionState.WITHDRAWN).whyEnded()).contains("no more");
        await().atMost(PATIENCE).until(() -> writesTo(request, "CARRIER_WITHDRAWAL") == 1);
        assertThat(submissions.waitingOn("BMC-GL-0448213"))
                .extracting(CarrierSubmission::requestNumber)
                .doesNotContain(request);
    }

    @Test
    void tellsThePersonThatTheCarrierDeclines() throws Exception {
        behave("decline");
        String request = "SR-2026-800004";
        start(request, "ENDT_ADDITIONAL_INSURED", "BMC-GL-0448213");
        send(request, Map.of("changeLines", "Add additional insured: Fourth Tower LLC; form = CG 20 10"));

        awaitState(request, SubmissionState.DECLINED);
        await().atMost(PATIENCE).until(() -> ended(request));
    }

    @Test
    void hasAPersonCheckWhatWasIssuedInPart() throws Exception {
        behave("partial");
        String request = "SR-2026-800005";
        start(request, "ENDT_ADDITIONAL_INSURED", "BMC-GL-0448213");
        send(
                request,
                Map.of(
                        "changeLines",
                        "Add additional insured: Fifth Tower LLC; form = CG 20 10\n"
                                + "Add additional insured: Sixth Tower LLC; form = CG 20 10"));

        await().atMost(PATIENCE).until(() -> task(request, "Task_CheckWhatWasIssued") != null);
        assertThat(variables(request).get("differences")).asString().contains("Sixth Tower LLC");

        assertThat(complete(request, "Task_CheckWhatWasIssued", Map.of("issuedDecision", "ACCEPT")))
                .as("without a reason")
                .isGreaterThanOrEqualTo(400);
        assertThat(complete(
                        request,
                        "Task_CheckWhatWasIssued",
                        Map.of("issuedDecision", "ACCEPT", "issuedNote", "The client needs only the fifth.")))
                .isEqualTo(204);
        await().atMost(PATIENCE).until(() -> ended(request));
    }

    @Test
    void submitsAcordXml() throws Exception {
        String request = "SR-2026-800006";
        start(request, "ENDT_MORTGAGEE", policyOf("LNI"));
        send(request, Map.of("changeLines", "Add mortgagee: First Gulf Bank ISAOA; loan number = 4711"));

        CarrierSubmission submission = awaitState(request, SubmissionState.CONFIRMED);
        assertThat(submission.submission().channel().name()).isEqualTo("ACORD_XML");
    }

    @Test
    void writesToTheDeskAndAPersonReadsItsAnswer() throws Exception {
        String request = "SR-2026-800007";
        start(request, "LOSS_RUNS", "BMC-GL-0448213");
        send(request, Map.of("carrierDetails", "years = 5"));

        CarrierSubmission submission = awaitState(request, SubmissionState.WAITING);
        assertThat(submission.submission().channel().name()).isEqualTo("EMAIL");
        await().atMost(PATIENCE).until(() -> writesTo(request, "EMAIL") == 1);

        leave(request);

        await().atMost(PATIENCE).until(() -> writesTo(request, "EMAIL") == 2);
    }

    @Test
    void hasAPersonTellAWebsiteThatARequestWasWithdrawn() throws Exception {
        String request = "SR-2026-800010";
        start(request, "ENDT_ADDITIONAL_INSURED", "CLI-GL-901146");
        Map<String, String> form = Map.of("carrierDecision", "SEND", "changeLines", GULFTON);
        assertThat(complete("priya", request, "Task_PrepareCarrierRequest", form))
                .as("licensed in Ohio")
                .isEqualTo(204);
        assertThat(complete("priya", request, "Task_EnterInPortal", Map.of("writtenAnswer", "PENDING")))
                .isEqualTo(204);
        awaitState(request, SubmissionState.WAITING);

        leave(request);

        awaitState(request, SubmissionState.WITHDRAWN);
        assertThat(task("WDR-" + request, "Task_TellCarrier")).isNotNull();
    }

    private void leave(String request) {
        runtime.deleteProcessInstance(
                runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(request)
                        .singleResult()
                        .getId(),
                "withdrawn");
    }

    @Test
    void refusesInTheFormWhatCannotBeSent() throws Exception {
        String request = "SR-2026-800008";
        start(request, "ENDT_VEHICLE", "BMC-GL-0448213");

        assertThat(complete(
                        request,
                        "Task_PrepareCarrierRequest",
                        Map.of("carrierDecision", "SEND", "changeLines", "a red truck")))
                .isGreaterThanOrEqualTo(400);
        assertThat(task(request, "Task_PrepareCarrierRequest")).isNotNull();
    }

    private void start(String request, String workType, String policy) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "requestNumber",
                request,
                "workType",
                workType,
                "queue",
                "account-managers",
                "priority",
                "P3",
                "slaDueAt",
                Date.from(Instant.now().plusSeconds(3600)),
                "clientId",
                clientOf(policy),
                "policyNumbers",
                policy,
                "licenseRequired",
                false,
                "lineOfBusiness",
                "GL"));
        runtime.createProcessInstanceByKey("carrier-submission")
                .processDefinitionWithoutTenantId()
                .businessKey(request)
                .setVariables(variables)
                .execute();
        await().atMost(PATIENCE).until(() -> task(request, "Task_PrepareCarrierRequest") != null);
    }

    private void send(String request, Map<String, String> entered) throws Exception {
        Map<String, String> form = new HashMap<>(entered);
        form.put("carrierDecision", "SEND");
        assertThat(complete(request, "Task_PrepareCarrierRequest", form)).isEqualTo(204);
    }

    /** As maria would in Tasklist: claimed, then completed. */
    private int complete(String request, String taskId, Map<String, String> form) throws Exception {
        return complete("maria", request, taskId, form);
    }

    private int complete(String user, String request, String taskId, Map<String, String> form) throws Exception {
        String id = String.valueOf(task(request, taskId));
        call("POST", "/engine-rest/task/" + id + "/claim", user, "{\"userId\": \"" + user + "\"}");
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        form.forEach(
                (name, value) -> variables.putObject(name).put("value", value).put("type", "String"));
        return call("POST", "/engine-rest/task/" + id + "/complete", user, body.toString())
                .statusCode();
    }

    private CarrierSubmission awaitState(String request, SubmissionState state) {
        Callable<List<CarrierSubmission>> found = () -> submissions.ofRequest(request);
        return await().atMost(PATIENCE)
                .until(found, rows -> rows.size() == 1 && rows.get(0).state() == state)
                .get(0);
    }

    private Map<String, Object> variables(String request) {
        return runtime.getVariables(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request)
                .singleResult()
                .getId());
    }

    private boolean ended(String request) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(request)
                        .count()
                == 0;
    }

    private @Nullable String task(String request, String taskId) {
        return tasks.createTaskQuery().processInstanceBusinessKey(request).taskDefinitionKey(taskId).list().stream()
                .findFirst()
                .map(task -> task.getId())
                .orElse(null);
    }

    private String clientOf(String policy) {
        return await().atMost(PATIENCE)
                .until(() -> clients.byPolicyNumbers(List.of(policy)), found -> !found.isEmpty())
                .get(0)
                .clientId();
    }

    private static String policyOf(String carrier) {
        return book("policies")
                .filter(one -> one.path("carrier").asText().equals(carrier)
                        && one.path("lines").toString().contains("\"GL\"")
                        && one.path("status").asText().equals("ACTIVE"))
                .map(one -> one.path("number").asText())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<JsonNode> book(String part) {
        try (InputStream stream = CarrierSubmissionIT.class.getResourceAsStream("/sandbox/practice-book.json")) {
            return StreamSupport.stream(JSON.readTree(stream).path(part).spliterator(), false).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private long writesAtTheCarrier(@Nullable String reference) throws Exception {
        JsonNode state = JSON.readTree(
                call("GET", "/sandbox/carrier/_state", "admin", "").body());
        return StreamSupport.stream(state.path("writes").spliterator(), false)
                .filter(write -> write.path("reference").asText().equals(reference)
                        && write.path("operation").asText().equals("POLICY"))
                .count();
    }

    private long writesTo(String request, String kind) throws Exception {
        JsonNode page = JSON.readTree(call("GET", "/api/outbound-writes?request=" + request, "admin", "")
                .body());
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .filter(write -> write.path("kind").asText().equals(kind)
                        && write.path("status").asText().equals("DONE"))
                .count();
    }

    private void behave(String mode) throws Exception {
        put("/sandbox/carrier/_behavior", "{\"mode\": \"" + mode + "\"}");
    }

    private void put(String path, String body) throws Exception {
        assertThat(call("PUT", path, "admin", body).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> call(String method, String path, String user, String body) throws Exception {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}

package org.throughline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.HistoryService;
import org.operaton.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.carrier.download.al3.Al3Samples;

/** The whole path of a download: a file in the feed's folder, requests that are done or wait at a person. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "throughline.intake.feed.settle=1s"})
class DownloadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final HistoryService history;
    private final Path feed;

    @LocalServerPort
    private int port;

    @Autowired
    DownloadIT(JdbcClient jdbc, TaskService tasks, HistoryService history, Environment environment) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.history = history;
        this.feed = Path.of(environment.getRequiredProperty("throughline.intake.feed.directory"));
    }

    private static Al3Samples add(Al3Samples file, String code, String number, String insured) {
        String today = LocalDate.now(ZoneId.of("America/Chicago")).format(DateTimeFormatter.BASIC_ISO_DATE);
        return file.transaction("AUTOP", "SUMMIT RIDGE MUTUAL", code, today, today)
                .insured(insured)
                .policy(number, "99146", "AUTOP", "??????", "??????", "???????????");
    }

    private void arrive(String name, String file) throws IOException {
        Files.createDirectories(feed);
        Path written = Files.writeString(feed.resolve(name + ".part"), file, StandardCharsets.ISO_8859_1);
        Files.move(written, feed.resolve(name));
    }

    @Test
    void appliesWhatFitsShowsTheRestAndLearns() throws Exception {
        Al3Samples night = add(Al3Samples.file(), "PCH", "SRMPA5519027", "WATTS JEROME & ALICIA");
        add(night, "XLC", "SRMPA4410276", "PETERSEN GAIL");
        add(night, "END", "SRMPA5519072", "WATTS JEROME & ALICIA");
        add(night, "RWL", "ZZ99887766", "NOBODY KNOWN");
        arrive("night.al3", night.whole("\r\n"));

        await().atMost(PATIENCE)
                .until(() -> count("service_request") == 4 && waiting().size() == 3);

        await().atMost(PATIENCE).until(() -> "DONE".equals(status("PCH")));
        assertThat(route("PCH")).isEqualTo("AUTOMATION");
        assertThat(settled("SRMPA5519027")).isEqualTo("APPLIED SRM-PA-5519027");
        assertThat(variable("PCH", "completionEvidence"))
                .startsWith("Applied: ")
                .contains("Compared with SRM-PA-5519027 in the AMS (Jerome Watts");

        assertThat(variable("XLC", "downloadReason"))
                .isEqualTo("The carrier has cancelled a policy, and nobody asked for that.");
        assertThat(variable("XLC", "carrierSays")).contains("What happened: cancellation effective");
        assertThat(variable("XLC", "amsSays")).contains("Policy number: SRM-PA-4410276", "Insured: Gail Petersen");
        assertThat(variable("END", "downloadReason")).isEqualTo("The policy is in another name.");
        assertThat(variable("RWL", "downloadVerdict")).isEqualTo("REJECT");

        arrive("again.al3", night.whole(""));
        await().atMost(PATIENCE).until(() -> !Files.exists(feed.resolve("again.al3")));
        assertThat(count("service_request")).isEqualTo(4);
        assertThat(count("carrier_download")).isEqualTo(4);

        resolve("XLC", Map.of("downloadDecision", "CARRIER_RIGHT", "resolutionNote", "Cancelled for nonpayment."));
        await().atMost(PATIENCE).until(() -> "DONE".equals(status("XLC")));
        assertThat(effects()).containsExactly("TASK");

        resolve("END", Map.of("downloadDecision", "OTHER_POLICY", "chosenPolicy", "SRM-PA-5519027"));
        await().atMost(PATIENCE).until(() -> variable("END", "amsSays").contains("Insured: Jerome Watts"));
        resolve("END", Map.of("downloadDecision", "APPLY"));
        await().atMost(PATIENCE).until(() -> "DONE".equals(status("END")));

        arrive(
                "next.al3",
                add(Al3Samples.file(), "RIX", "SRMPA5519072", "WATTS JEROME & ALICIA")
                        .whole("\n"));
        await().atMost(PATIENCE).until(() -> "DONE".equals(status("RIX")));
        assertThat(route("RIX")).isEqualTo("AUTOMATION");
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }

    private String status(String code) {
        return column(code, "status");
    }

    private String route(String code) {
        return column(code, "route");
    }

    private String column(String code, String column) {
        return jdbc.sql("select " + column + " from service_request where subject like :subject")
                .param("subject", "%(" + code + ")%")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private String settled(String key) {
        return jdbc.sql("select outcome || ' ' || policy_number from carrier_download where policy_key = :key")
                .param("key", key)
                .query(String.class)
                .single();
    }

    private List<String> waiting() {
        return tasks.createTaskQuery().taskDefinitionKey("Task_ResolveDownloadException").list().stream()
                .map(task -> task.getId())
                .toList();
    }

    private String variable(String code, String name) {
        List<String> values = history.createHistoricVariableInstanceQuery().variableName(name).list().stream()
                .filter(value -> history.createHistoricProcessInstanceQuery()
                        .processInstanceId(value.getProcessInstanceId())
                        .singleResult()
                        .getBusinessKey()
                        .equals(column(code, "number")))
                .map(value -> String.valueOf(value.getValue()))
                .toList();
        return values.isEmpty() ? "" : values.get(0);
    }

    private void resolve(String code, Map<String, String> filledIn) throws Exception {
        String task = tasks.createTaskQuery()
                .taskDefinitionKey("Task_ResolveDownloadException")
                .processInstanceBusinessKey(column(code, "number"))
                .singleResult()
                .getId();
        Map<String, Object> variables = new HashMap<>();
        filledIn.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        post("/engine-rest/task/" + task + "/claim", Map.of("userId", "maria"));
        post("/engine-rest/task/" + task + "/complete", Map.of("variables", variables));
    }

    private void post(String path, Object body) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        request(path, "maria")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
    }

    /** What the simulated AMS was made to keep. */
    private List<String> effects() throws Exception {
        JsonNode state = JSON.readTree(HttpClient.newHttpClient()
                .send(request("/sandbox/nowcerts/_state", "admin").build(), HttpResponse.BodyHandlers.ofString())
                .body());
        List<String> operations = new ArrayList<>();
        state.get("writes")
                .forEach(write -> operations.add(write.get("operation").asText()));
        return operations;
    }

    private HttpRequest.Builder request(String path, String user) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }
}

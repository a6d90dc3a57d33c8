package org.throughline.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.throughline.triage.RoutingInputs;

/** What managers do with people and partners over HTTP, on the whole application. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"operaton.bpm.job-execution.enabled=false", "throughline.sandbox.morning-mail=false"})
class StaffApiIT {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final RoutingInputs routing;

    @LocalServerPort
    private int port;

    @Autowired
    StaffApiIT(RoutingInputs routing) {
        this.routing = routing;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, staff, maria, 200",
        "GET, staff/ana, analyst, 403",
        "GET, staff/ana, ana, 403",
        "GET, staff/nobody, maria, 404",
        "GET, staff?size=5000, maria, 400",
        "GET, staff/export, ana, 403",
        "GET, partners/keyline, maria, 200",
        "GET, partners/nobody, maria, 404",
        "GET, partners, kofi, 403",
        "PUT, staff/devon, maria, 403",
        "PUT, staff/ana, ana, 403",
        "DELETE, staff/devon, carla, 403",
        "POST, staff/devon/absences, devon, 403",
        "POST, staff/import, theo, 403",
        "PUT, partners/keyline, maria, 403",
        "PUT, partners/keyline, ana, 403",
        "POST, staff/import, nora, 415"
    })
    void knowsTheRoles(String method, String path, String user, int status) throws Exception {
        call(method, path, method.equals("GET") ? null : Map.of(), user, status);
    }

    @Test
    void listsPeopleByPageAndFilter() throws Exception {
        JsonNode page = call("GET", "staff?role=csr&size=2&page=1", null, "maria", 200);
        assertThat(page.get("items")).hasSize(2);
        assertThat(page.get("total").asInt()).isGreaterThan(4);

        assertThat(ids("staff?queue=claims-advocates")).containsExactly("owen", "tasha");
        assertThat(ids("staff?state=or")).containsExactly("priya");
        assertThat(ids("staff?state=NM")).isEmpty();
        assertThat(ids("staff?q=truck&role=producer")).containsExactly("jt");
        assertThat(ids("staff?show=LICENSE_PROBLEM")).contains("hector");
    }

    @Test
    void aPersonComesChangesAndLeavesAndTheLoginFollows() throws Exception {
        ObjectNode rosa = (ObjectNode) call("GET", "staff/angela", null, "nora", 200);
        rosa.remove("userId");
        rosa.putArray("licenses");
        rosa.put("name", "Rosa Díaz").put("workingHours", "Mon-Thu 8:00-17:00");

        assertThat(call("PUT", "staff/rosa", rosa, "nora", 201)
                        .get("workingHours")
                        .asText())
                .isEqualTo("Mon-Thu 08:00-17:00");
        call("GET", "inbound-items", null, "rosa", 200);

        call("PUT", "staff/rosa", rosa.put("role", "analyst").set("queues", JSON.createArrayNode()), "nora", 200);
        call("GET", "inbound-items", null, "rosa", 403);

        assertThat(call("DELETE", "staff/rosa", null, "nora", 200).get("active").asBoolean())
                .isFalse();
        assertThat(ids("staff?show=LEFT")).contains("rosa");
        assertThat(ids("staff?q=rosa")).isEmpty();
        call("GET", "requests", null, "rosa", 401);
    }

    @Test
    void namesEveryWrongFieldAndChangesNothing() throws Exception {
        ObjectNode maria = (ObjectNode) call("GET", "staff/maria", null, "nora", 200);
        maria.put("capacityMinutes", "lots").put("timeZone", "Houston");
        ((ObjectNode) maria.at("/licenses/0")).put("state", "TEXAS").putArray("lines");

        JsonNode problem = call("PUT", "staff/maria", maria, "nora", 400);

        assertThat(problem.get("errors").findValuesAsText("field"))
                .containsExactly("capacityMinutes", "licenses[0].state", "licenses[0].lines", "timeZone");
        assertThat(call("GET", "staff/maria", null, "nora", 200)
                        .get("capacityMinutes")
                        .asInt())
                .isEqualTo(390);
        assertThat(call("PUT", "staff/maria", Map.of("userId", "devon"), "nora", 400)
                        .get("detail")
                        .asText())
                .contains("another id");
        assertThat(call("PUT", "staff/admin", call("GET", "staff/devon", null, "nora", 200), "nora", 400)
                        .get("detail")
                        .asText())
                .contains("another id");
    }

    @Test
    void knowsWhoIsAbsent() throws Exception {
        JsonNode absence = call(
                "POST",
                "staff/grace/absences",
                Map.of(
                        "startsAt",
                        "2020-01-01T00:00:00Z",
                        "endsAt",
                        "2030-01-01T00:00:00-06:00",
                        "reason",
                        "Sabbatical"),
                "nora",
                201);

        assertThat(ids("staff?show=ABSENT")).containsExactly("grace");
        assertThat(call("GET", "staff/grace/absences", null, "maria", 200)
                        .at("/items/0/reason")
                        .asText())
                .isEqualTo("Sabbatical");
        assertThat(call("POST", "staff/grace/absences", Map.of(), "nora", 400)
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactly("startsAt", "endsAt", "reason");
        call("DELETE", "staff/grace/absences/" + absence.get("id").asText(), null, "nora", 204);
        call("DELETE", "staff/grace/absences/" + absence.get("id").asText(), null, "nora", 404);
        assertThat(ids("staff?show=ABSENT")).isEmpty();
    }

    @Test
    void takesAFileOverOrNothingOfIt() throws Exception {
        String file = text("staff/export");
        assertThat(upload(file, true, 200).get("changed")).isEmpty();
        String header = file.substring(0, file.indexOf('\n') + 1);
        String lines = "liam,Liam Lane,Producer,producer,,,,producers,,en,240,,,,TX-1,9900098,TX,true,CASUALTY,ACTIVE,"
                + "2026-01-01,2030-01-01\r\n"
                + ",,,,,,,,,,,,,,9900098,9900098,GA,false,CASUALTY,ACTIVE,2026-01-01,2030-01-01\r\n";

        JsonNode refused = upload(header + lines + "max,,Producer,producer,,,,,,,240,,,,,,,,,,,\r\n", false, 400);
        assertThat(refused.get("errors").toString())
                .isEqualTo("[{\"line\":4,\"column\":\"name\",\"message\":\"Is missing.\"}]");
        call("GET", "staff/liam", null, "nora", 404);

        assertThat(upload(header + lines, false, 200).at("/created/0").asText()).isEqualTo("liam");
        assertThat(call("GET", "staff/liam", null, "liam", 200).get("licenses")).hasSize(2);
        assertThat(upload(text("staff/export"), true, 200).get("errors")).isEmpty();
    }

    @Test
    void routingKnowsOfAPartnerThatStops() throws Exception {
        ObjectNode keyline = (ObjectNode) call("GET", "partners/keyline", null, "maria", 200);
        assertThat(queueOfLossRuns()).isEqualTo("partner-processors");
        try {
            call("PUT", "partners/keyline", keyline.put("active", false), "nora", 200);
            assertThat(queueOfLossRuns()).isEqualTo("NONE");
        } finally {
            call("PUT", "partners/keyline", keyline.put("active", true), "nora", 200);
        }
        ((ObjectNode) keyline.at("/work/0")).put("workType", "LOSS_RUN").put("price", "cheap");
        assertThat(call("PUT", "partners/keyline", keyline, "nora", 400)
                        .get("errors")
                        .findValuesAsText("field"))
                .containsExactly("work[0].workType", "work[0].price");
    }

    private String queueOfLossRuns() {
        return String.valueOf(routing.of(Map.of("state", "TX", "lineOfBusiness", "GL"), "LOSS_RUNS", "AUTO")
                .get("partnerQueue"));
    }

    private List<String> ids(String path) throws Exception {
        return call("GET", path, null, "maria", 200).get("items").findValuesAsText("userId");
    }

    private JsonNode upload(String file, boolean dryRun, int status) throws Exception {
        HttpRequest request = request("staff/import?dryRun=" + dryRun, "nora")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file))
                .build();
        return answer(request, status);
    }

    private String text(String path) throws Exception {
        return http.send(request(path, "nora").build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    private JsonNode call(String method, String path, @Nullable Object body, String user, int status) throws Exception {
        return answer(
                request(path, user)
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                body == null
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build(),
                status);
    }

    private JsonNode answer(HttpRequest request, int status) throws Exception {
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    private HttpRequest.Builder request(String path, String user) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/" + path))
                .header("Authorization", "Basic " + login);
    }
}

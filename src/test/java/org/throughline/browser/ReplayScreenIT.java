package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Replays over requests that really came in: the page in a browser, the interface behind it, the record of each request. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class ReplayScreenIT extends ScreenTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;

    @Autowired
    ReplayScreenIT(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @BeforeAll
    void ask() throws Exception {
        String[] texts = {
            "Does our general liability policy cover damage by a subcontractor?",
            "Please send a certificate of insurance, GL only, no special wording.\\nCertificate holder:\\nHarwin Storage LLC\\n"
                    + "500 Harwin Dr\\nHouston, TX 77036\\nPolicy is BMC-GL-0448213.",
            "Can you email me my auto ID cards please?"
        };
        for (String text : texts) {
            HttpResponse<String> answer = post(
                    "/api/intake/portal",
                    "maria",
                    "application/json",
                    "{\"from\":\"Denise Okafor <denise@okaforplumbing.example>\",\"subject\":\"Insurance\",\"body\":\""
                            + text + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        while (routed() == 0 && System.nanoTime() < end) {
            Thread.sleep(300);
        }
        assertThat(routed()).isPositive();
    }

    private int routed() {
        return jdbc.sql("select count(*) from service_request where queue is not null")
                .query(Integer.class)
                .single();
    }

    @Test
    void theAnalystSeesWhatAChangedTableWouldMove() throws IOException {
        openThePage("analyst");
        label("Changed file").setInputFiles(new FilePayload("routing.dmn", "application/xml", allToCompliance()));
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay").setExact(true)));

        Locator outcome = page.locator(".replay-outcome");
        assertThat(outcome.locator("h2").first()).hasText("request-routing with the file routing.dmn");
        assertThat(outcome).containsText("come out otherwise");
        assertThat(outcome).containsText("Where requests go");
        assertThat(outcome).containsText("Compliance");
        Locator first = outcome.locator(".replay-difference").first();
        press(first.locator("summary"));
        assertThat(first).containsText("Rules that fired");
        photograph("replay-result");
        Download csv = page.waitForDownload(() -> press(outcome.getByText("Download as CSV")));
        assertThat(csv.suggestedFilename()).isEqualTo("replay-request-routing.csv");
        assertThat(Files.readString(csv.path()))
                .startsWith("number,workType,decision,output")
                .contains("compliance");
    }

    @Test
    void theManagerComparesWithADeployedVersion() {
        openThePage("nora");
        label("Compare with").selectOption("version");
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay").setExact(true)));

        assertThat(page.locator(".replay-outcome")).containsText("Every request would come out as it did.");
        assertThat(page.locator(".replay-page")).containsText("Replays of the last week");
        photograph("replay-same");
    }

    @Test
    void aBrokenTableIsToldWithItsLine() throws IOException {
        openThePage("analyst");
        String broken = new String(allToCompliance(), StandardCharsets.UTF_8)
                .replaceFirst("<text>priority</text>", "<text>pri(</text>");
        label("Changed file")
                .setInputFiles(
                        new FilePayload("routing.dmn", "application/xml", broken.getBytes(StandardCharsets.UTF_8)));
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay").setExact(true)));

        assertThat(page.locator(".replay-message")).containsText("This is no FEEL");
        assertThat(page.locator(".replay-message")).containsText("Line ");
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, {\"version\":1}, 200",
        "nora, {\"version\":1}, 200",
        "maria, {\"version\":1}, 403",
        "ana, {\"version\":1}, 403",
        "analyst, {\"version\":99}, 404",
        "analyst, {}, 400",
        "analyst, '{\"version\":1,\"limit\":0}', 400",
        "analyst, '{\"version\":1,\"from\":\"soon\"}', 400",
        "analyst, {\"deploymentId\":\"nothing\"}, 404"
    })
    void answersOverHttp(String user, String body, int status) throws Exception {
        HttpResponse<String> answer = post("/api/decisions/priority/replay", user, "application/json", body);

        // A slow machine answers 202 first.
        assertThat(answer.statusCode()).as(answer.body()).isIn(status, status == 200 ? 202 : status);
        if (status == 200) {
            assertThat(answer.headers().firstValue("Location"))
                    .hasValueSatisfying(at -> assertThat(at).startsWith("/api/decisions/replays/"));
        } else if (user.equals("analyst")) {
            assertThat(JSON.readTree(answer.body()).get("detail").asText()).isNotBlank();
        }
    }

    @Test
    void everyDecisionOfARequestIsOnRecord() throws Exception {
        String number = jdbc.sql("select number from service_request where queue is not null fetch first 1 rows only")
                .query(String.class)
                .single();
        HttpResponse<String> answer = http.send(
                call("/api/requests/" + number + "/decisions", "maria").GET().build(), BodyHandlers.ofString());

        JsonNode decisions = JSON.readTree(answer.body());
        assertThat(decisions.findValuesAsText("decision"))
                .contains("work-type", "request-routing", "priority", "route", "license-requirement");
        assertThat(decisions)
                .filteredOn(decision -> decision.get("decision").asText().equals("request-routing"))
                .singleElement()
                .satisfies(routing -> {
                    assertThat(routing.get("sentence").asText())
                            .startsWith("Went to ")
                            .contains("priority P");
                    assertThat(routing.get("outputs").get("queue").asText()).isNotBlank();
                });
        assertThat(http.send(
                                call("/api/requests/" + number + "/decisions", "ana")
                                        .GET()
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isIn(403, 404);
    }

    @Test
    void tasklistSaysWhyTheRequestWentWhereItIs() {
        login("tasklist", "maria");
        press(page.getByText("My queues").first());
        press(page.locator("ol.tasks-list > li h4 a, ol.tasks-list > li a").first());

        Locator routing = page.locator(".request-timeline > li")
                .filter(new Locator.FilterOptions().setHasText("Request routing"))
                .first();
        assertThat(routing).containsText("Went to account managers: ");
        assertThat(routing).containsText("priority P");
        press(routing.locator("summary"));
        assertThat(routing).containsText("Table request-routing, version 1");
        photograph("tasklist-decisions");
    }

    private void openThePage(String user) {
        login("cockpit", user);
        press(page.locator("a[href='#/replay']").first());
        assertThat(page.locator(".replay-page h1")).hasText("Replay");
        assertThat(page.locator(".replay-page form")).isVisible();
    }

    private Locator label(String text) {
        return page.locator("label.replay-field:has(> span:text-is('" + text + "'))")
                .locator("input, select")
                .first();
    }

    /** The agency's tables, with another queue in the catalogue. */
    private static byte[] allToCompliance() throws IOException {
        return Files.readString(Path.of("dmn/routing/routing.dmn"))
                .replace("<text>\"account-managers\"</text>", "<text>\"compliance\"</text>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpResponse<String> post(String path, String user, String type, String body) throws Exception {
        return http.send(
                call(path, user)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder call(String path, String user) {
        String login = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Basic " + login);
    }
}

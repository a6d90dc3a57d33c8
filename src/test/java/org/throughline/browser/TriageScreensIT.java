package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ManagementService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.ams.ClientIndex;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
class TriageScreensIT extends ScreenTest {

    private static final String VAGUE = "Hi, following up on what we discussed last week - can you take care of it?"
            + " Also the thing with the card. Thanks!! -J";

    private final ManagementService jobs;
    private final ClientIndex clients;
    private final JdbcClient jdbc;

    @Autowired
    TriageScreensIT(ManagementService jobs, ClientIndex clients, JdbcClient jdbc) {
        this.jobs = jobs;
        this.clients = clients;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void waitForTheClients() {
        page.waitForCondition(clients::ready);
    }

    @Test
    void samAcceptsASuggestion() {
        String item = received("accept", "Question", VAGUE);
        openTheTaskAs("sam");

        Locator accept = page.locator(".request-triage button").first();
        assertThat(accept).containsText("Accept");
        press(accept);

        page.waitForCondition(() -> !requestsOf(item).isEmpty());
        assertThat(jdbc.sql("select decision from triage_decision where item_id = ? and decided_by = 'sam'")
                        .param(item)
                        .query(String.class)
                        .list())
                .containsExactly("OPEN");
    }

    @Test
    void samMergesAnItemIntoAnOpenRequest() {
        String first = received(
                "first",
                "Audit bill",
                "We got the premium audit bill for our workers compensation policy and it is wrong. Payroll was 410,000.");
        assertThat(requestsOf(first)).isNotEmpty();
        String item = received("merge", "Hello", VAGUE);
        openTheTaskAs("sam");

        press(page.getByText("Merge into this request"));

        page.waitForCondition(() -> !requestsOf(item).isEmpty());
        assertThat(requestsOf(first)).containsAll(requestsOf(item));
    }

    @Test
    void samReadsWhatToDoWhereADecisionCannotBeCarriedOut() {
        String item = received("refused", "Hi again", VAGUE);
        openTheTaskAs("sam");

        press(page.locator("[ng-click='claim()']"));
        press(page.getByText("Form").first());
        choose(0, "It belongs to an open request");
        press(page.locator("button").getByText("Complete").first());

        assertThat(page.getByText("Name an open request to merge into; a closed one cannot take up the message.")
                        .first())
                .isVisible();
        photograph("triage-refused");
        assertThat(page.locator("body")).not().containsText("exception");
        assertThat(requestsOf(item)).isEmpty();

        choose(0, "Open requests for it");
        choose(1, "ID card");
        press(page.locator("button").getByText("Complete").first());
        page.waitForCondition(() -> !requestsOf(item).isEmpty());
    }

    private void choose(int select, String option) {
        Locator field = page.locator(".fjs-container .fjs-form-field-select").nth(select);
        field.locator(".fjs-input-group").dispatchEvent("mousedown");
        field.locator(".fjs-dropdownlist-item").getByText(option).first().dispatchEvent("mousedown");
    }

    private List<String> requestsOf(String item) {
        return jdbc.sql("select request_number from inbound_item_request where item_id = ?")
                .param(item)
                .query(String.class)
                .list();
    }

    /** Takes a mail in and lets its process run to where it waits. */
    private String received(String id, String subject, String text) {
        String mail =
                "From: Luis Marin <lmarin@marinframing.example>\r\nTo: service@harborline.example\r\nMessage-ID: <" + id
                        + "@marinframing.example>\r\nSubject: " + subject + "\r\n\r\n" + text + "\r\n";
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/intake/email"))
                .header("Content-Type", "message/rfc822")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(mail))
                .build();
        try {
            assertThat(HttpClient.newHttpClient()
                            .send(request, HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(202);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        String item = jdbc.sql("select id from inbound_item where external_id like ?")
                .param("%" + id + "@marinframing%")
                .query(String.class)
                .single();
        jobs.createJobQuery()
                .messages()
                .processDefinitionKey("intake")
                .list()
                .forEach(job -> jobs.executeJob(job.getId()));
        return item;
    }

    private void openTheTaskAs(String user) {
        login("tasklist", user);
        press(page.getByText("My queues").first());
        press(page.locator("ol.tasks-list > li").getByText("Triage item").first());
        assertThat(page.locator(".request-triage button").first()).isVisible();
        photograph(
                "triage-" + user + "-" + page.locator(".request-triage button").count());
    }
}

package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/** The page "Work" in a real browser: a manager moves the work of somebody who is away. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class WorkScreenIT extends ScreenTest {

    private static final int CALLS = 3;

    /** Coverage questions, which wait for a licensed account manager; maria has claimed them. */
    @BeforeAll
    void giveMariaWork() {
        for (int call = 0; call < CALLS; call++) {
            as("maria")
                    .post()
                    .uri("/intake/phone")
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Map.of(
                            "externalId",
                            "work-screen-" + call,
                            "from",
                            "(713) 555-0142",
                            "subject",
                            "Coverage question",
                            "body",
                            "Is a rented trencher covered by our general liability policy? Crew " + call + " asks."))
                    .retrieve()
                    .toBodilessEntity();
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> open().size() == CALLS);
        List<String> ids = new ArrayList<>();
        open().forEach(task -> ids.add(task.get("id").asText()));
        as("maria")
                .post()
                .uri("/tasks/claim")
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("taskIds", ids))
                .retrieve()
                .toBodilessEntity();
    }

    private JsonNode open() {
        JsonNode answer = as("maria")
                .get()
                .uri("/tasks?queue=account-managers")
                .retrieve()
                .body(JsonNode.class);
        return answer == null ? MissingNode.getInstance() : answer.path("items");
    }

    private RestClient as(String user) {
        return RestClient.builder()
                .baseUrl("http://localhost:" + port + "/api")
                .defaultHeaders(headers -> headers.setBasicAuth(user, user))
                .build();
    }

    @Test
    void theManagerMovesTheWorkOfWhoIsAway() {
        login("cockpit", "nora");
        press(page.locator("a[href='#/work']").first());
        assertThat(page.locator(".work-page h1")).hasText("Work");
        Locator rows = page.locator(".work-list tbody tr");
        assertThat(rows).hasCount(CALLS);
        photograph("work-list");

        press(page.getByText("Move all work"));
        assertThat(page.locator(".work-message")).containsText("Choose a person and say why.");

        page.locator("[aria-label='Who is away']").selectOption("maria");
        page.locator("[placeholder='Out sick, vacation, …']").fill("Out sick <b class='broken'>today</b>");
        press(page.getByText("Move all work"));

        assertThat(page.locator(".work-progress")).containsText("Finished.");
        assertThat(page.locator(".work-progress tbody tr")).hasCount(CALLS);
        assertThat(page.locator(".work-progress .work-why").first()).containsText("minutes free today");
        assertThat(page.locator(".broken")).hasCount(0);
        photograph("work-moved");

        page.locator("[aria-label='Person']").selectOption("maria");
        assertThat(page.locator(".work-empty")).hasText("No open task matches.");
    }

    @Test
    void aTaskThatNeedsALicenseIsNotGivenToWhoHasNone() {
        login("cockpit", "nora");
        press(page.locator("a[href='#/work']").first());
        press(page.locator(".work-list tbody input[type=checkbox]").first());
        page.locator("[aria-label='Give to']").selectOption("devon");
        page.locator("[aria-label='Why']").fill("Help out");
        press(page.locator(".work-actions .btn-primary"));

        assertThat(page.locator(".work-message")).containsText("license");
        photograph("work-refused");
    }

    @Test
    void analystsDoNotSeeThePage() {
        login("cockpit", "analyst");

        assertThat(page.getByText("Learning").first()).isVisible();
        assertThat(page.locator("a[href='#/work']")).hasCount(0);
    }
}

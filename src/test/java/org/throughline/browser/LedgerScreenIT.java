package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.throughline.request.outbound.LedgerRequests;

/** The page "Ledger" in a real browser: what waits and why, narrowed, and tried again. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
@Import(LedgerRequests.class)
class LedgerScreenIT extends ScreenTest {

    private final String lost = LedgerRequests.number();
    private final String refused = LedgerRequests.number();
    private final String done = LedgerRequests.number();
    private final LedgerRequests requests;

    @Autowired
    LedgerScreenIT(LedgerRequests requests) {
        this.requests = requests;
    }

    @BeforeAll
    void write() {
        requests.plan(done, LedgerRequests.CLIENT, "Done");
        requests.runStep(done);
        requests.plan(refused, "no-such-insured", "Refused");
        requests.runStep(refused);
        requests.plan(lost, LedgerRequests.CLIENT, "Lost");
        requests.fault(port, "500-after-effect");
        requests.runStep(lost);
        requests.giveUp(lost);
        requests.fault(port, "none");
    }

    @Test
    void theManagerFindsWhatFailedAndTriesItAgain() {
        openThePage("nora");
        assertThat(page.locator(".ledger-table tbody tr")).hasCount(3);
        assertThat(count("UNKNOWN")).containsText("1 unknown");
        assertThat(count("DONE")).containsText("1 done");
        assertThat(row(refused)).containsText("Waits for a person: Resolve refused write");
        assertThat(row(refused).locator("a").getAttribute("href")).contains("/operaton/app/tasklist/default/#/?task=");
        assertThat(row(refused).getByText("Retry")).hasCount(0);
        photograph("ledger-list");

        press(count("UNKNOWN"));
        assertThat(page.locator(".ledger-table tbody tr")).hasCount(1);
        assertThat(count("UNKNOWN")).hasAttribute("aria-pressed", "true");
        assertThat(row(lost)).containsText("Failed for good: retry or look at the incident");
        photograph("ledger-failed");

        press(row(lost).getByText("Retry", new Locator.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".ledger-message")).containsText(lost + "-1 is tried now");
        assertThat(row(lost)).containsText("Tried in a moment");
        requests.runStep(lost);
        press(page.getByText("All writes", new Page.GetByTextOptions().setExact(true)));
        assertThat(row(lost)).containsText("done");
        assertThat(count("DONE")).containsText("2 done");
        photograph("ledger-done");
    }

    @Test
    void theManagerNarrowsTheList() {
        openThePage("nora");
        field("Request").fill(refused.toLowerCase(Locale.ROOT));
        field("Request").dispatchEvent("change");
        assertThat(page.locator(".ledger-table tbody tr")).hasCount(1);
        assertThat(count("DONE")).containsText("0 done");

        field("Kind").selectOption("EMAIL");
        assertThat(page.locator(".ledger-empty")).containsText("No write fits.");
        photograph("ledger-empty");

        press(page.getByText("All writes", new Page.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".ledger-table tbody tr")).hasCount(3);
        field("Planned to").fill("2020-01-01");
        assertThat(page.locator(".ledger-empty")).isVisible();
    }

    @Test
    void theAnalystReads() {
        openThePage("analyst");

        assertThat(page.locator(".ledger-table tbody tr")).hasCount(3);
        assertThat(page.locator(".ledger-table").getByText("Retry", new Locator.GetByTextOptions().setExact(true)))
                .hasCount(0);
    }

    private void openThePage(String user) {
        login("cockpit", user);
        press(page.locator("a[href='#/ledger']").first());
        assertThat(page.locator(".ledger-page h1")).hasText("Ledger");
        assertThat(page.locator(".ledger-table")).isVisible();
    }

    private Locator count(String status) {
        return page.locator(".ledger-count[data-status=" + status + "]");
    }

    private Locator row(String number) {
        return page.locator("tr[data-reference='" + number + "-1']");
    }

    private Locator field(String label) {
        return page.locator("label.ledger-field:has(> span:text-is('" + label + "'))")
                .locator("input, select")
                .first();
    }
}

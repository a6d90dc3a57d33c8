package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationOutcome.Severity;

/** The page "Automation" in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
class AutomationScreenIT extends ScreenTest {

    private final AutomationEvidence evidence;

    @Autowired
    AutomationScreenIT(AutomationEvidence evidence) {
        this.evidence = evidence;
    }

    @Test
    void theManagerPromotesWithAReasonAndStopsACarrier() {
        openThePage();
        Locator card = card("CERT_PROPERTY");
        assertThat(card).containsText("Approve all");
        assertThat(card).containsText("60 more without an error");
        assertThat(page.locator(".automation-switches")).containsText("No switch was ever thrown.");

        card.locator("input[maxlength]").fill("it <b class='broken'>looks</b> good");
        press(card.locator("button[type=submit]"));
        assertThat(page.locator(".automation-message")).containsText("60 more outcomes");
        press(card.locator("input[type=checkbox]"));
        press(card.locator("button[type=submit]"));
        assertThat(page.locator(".automation-message")).containsText("stands at sampled now");
        assertThat(card("CERT_PROPERTY")).containsText("by nora");
        assertThat(page.locator(".automation-history")).containsText("beyond the evidence");
        assertThat(page.locator(".broken")).hasCount(0);

        Locator form = page.locator(".automation-switch-form");
        form.locator("select").selectOption("CARRIER");
        form.locator("input").nth(0).fill("Blue Mesa Insurance");
        form.locator("input").nth(1).fill("forms changed");
        press(form.locator("button[type=submit]"));
        assertThat(page.locator(".automation-message")).containsText("Automation stops now");
        assertThat(page.locator(".automation-switches")).containsText("Automation is off");
        photograph("automation");

        press(page.locator(".automation-switches table button"));
        form.locator("input").nth(1).fill("forms are right again");
        press(form.locator("button[type=submit]"));
        assertThat(page.locator(".automation-switches")).containsText("Automation may run");
    }

    @Test
    void theManagerSeesThatALevelFellByItself() {
        evidence.reviewed(
                "SR-2026-900001",
                "NOT_WORK",
                AutomationLevel.STRAIGHT_THROUGH,
                Severity.SEVERE,
                "It was a claim",
                "sam");

        openThePage();

        assertThat(card("NOT_WORK")).containsText("Fell from straight through by itself: A severe error");
        assertThat(page.locator(".automation-history")).containsText("by itself");
        photograph("automation-fell");
    }

    @Test
    void analystsDoNotSeeThePage() {
        login("cockpit", "analyst");

        assertThat(page.getByText("Learning").first()).isVisible();
        assertThat(page.locator("a[href='#/automation']")).hasCount(0);
    }

    private Locator card(String workType) {
        return page.locator("article[aria-labelledby=automation-" + workType + "]");
    }

    private void openThePage() {
        login("cockpit", "nora");
        press(page.locator("a[href='#/automation']").first());
        assertThat(page.locator(".automation-page h1")).hasText("Automation");
        assertThat(page.locator(".automation-card").first()).isVisible();
    }
}

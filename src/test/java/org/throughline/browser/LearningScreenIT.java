package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.throughline.triage.ExampleCandidates;
import org.throughline.triage.SenderRole;

/** The page "Learning" in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
class LearningScreenIT extends ScreenTest {

    private final ExampleCandidates candidates;

    @Autowired
    LearningScreenIT(ExampleCandidates candidates) {
        this.candidates = candidates;
    }

    @Test
    void theAnalystTriesAText() {
        openThePage("analyst");

        label("Subject").fill("Cert needed");
        label("Text")
                .fill("Can you please send a certificate of insurance to Harlow Construction by Friday?\n"
                        + "<b class='broken'>We start then.</b>");
        press(page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Try").setExact(true)));

        assertThat(page.locator(".learning-decided")).containsText("Certificate liability");
        assertThat(page.locator(".learning-suggestion")).hasCount(3);
        assertThat(page.locator(".learning-result")).containsText("certificate of insurance");
        assertThat(page.locator(".broken")).hasCount(0);
        photograph("learning-try");
    }

    @Test
    void theAnalystAcceptsACandidateAndAddsAPhrase() {
        candidates.record(new ExampleCandidates.Decided(
                "EMAIL",
                SenderRole.CONTACT,
                "denise@okaforplumbing.example",
                "Paper for the yard",
                "The guard at the yard wants our <b>gate paper</b>, call me at 713-555-0100.",
                "DOCUMENT_RECEIVED",
                "CERT_LIABILITY",
                "sam"));
        openThePage("analyst");

        press(tab("Examples"));
        Locator candidate = page.locator(".learning-example").first();
        assertThat(candidate).containsText("<b>gate paper</b>, call me at [phone]");
        assertThat(candidate).containsText("suggested: Document received");
        photograph("learning-examples");
        press(candidate.getByText("Accept"));
        assertThat(page.locator(".learning-message")).containsText("Accepted");
        assertThat(page.locator(".learning-body")).containsText("No candidates wait");

        press(tab("Phrases"));
        label("Phrase").fill("gate papers?");
        label("Why").fill("what drivers call the certificate");
        page.locator(".learning-body form select").first().selectOption("CERTIFICATE");
        press(page.getByText("Try the phrase"));
        assertThat(page.locator(".learning-body")).containsText("none of the build's examples");
        press(page.locator(".learning-body form button[type=submit]"));
        assertThat(page.locator(".learning-message")).containsText("Added");
        assertThat(page.locator(".learning-table").last()).containsText("gate papers?");
        photograph("learning-phrases");
    }

    @Test
    void theAnalystSeesTheModelInUseAndWhyNothingIsLearned() {
        openThePage("analyst");
        tab("Try a text").dispatchEvent("keydown", Map.of("key", "ArrowLeft"));

        assertThat(tab("Models")).hasAttribute("aria-selected", "true");
        assertThat(page.locator(".learning-table")).containsText("in use");
        assertThat(page.locator(".learning-table")).containsText("by the build");
        photograph("learning-models");
    }

    @Test
    void managersDoNotSeeThePage() {
        login("cockpit", "nora");

        assertThat(page.getByText("Agency").first()).isVisible();
        assertThat(page.locator("a[href='#/learning']")).hasCount(0);
    }

    private void openThePage(String user) {
        login("cockpit", user);
        press(page.locator("a[href='#/learning']").first());
        assertThat(page.locator(".learning-page h1")).hasText("Learning");
        assertThat(page.locator(".learning-body form").first()).isVisible();
    }

    private Locator label(String text) {
        return page.locator("label.learning-field:has(> span:text-is('" + text + "'))")
                .locator("input, textarea")
                .first();
    }

    private Locator tab(String name) {
        return page.getByRole(AriaRole.TAB, new Page.GetByRoleOptions().setName(name));
    }
}

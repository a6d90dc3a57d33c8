package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The page "People" in a real browser. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
class PeopleScreenIT extends ScreenTest {

    @Test
    void theManagerFindsTheLicenseProblemAndCorrectsIt() {
        openThePage();
        assertThat(page.locator(".people-table tbody tr")).hasCount(19);
        photograph("people-list");

        press(page.locator(".people-count").last());
        press(row("Hector Villanueva").locator(".people-open"));
        assertThat(page.locator(".people-problems")).containsText("NM-3399001 (NM): Expired");
        Locator expired = page.locator(".people-rows")
                .first()
                .locator("tbody tr")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("td[data-field$=state] option:checked[value=NM]")));
        expired.locator("[aria-label=Lines]").fill("PROPERTY, PETS");
        field("Time zone").fill("Houston");
        press(page.locator(".people-body form button[type=submit]").first());

        assertThat(page.locator(".people-message")).containsText("2 fields are wrong");
        assertThat(page.locator("#people-error-timeZone")).containsText("America/Chicago");
        assertThat(expired.locator(".people-error")).containsText("\"PETS\" is not known");
        photograph("people-errors");

        press(expired.getByText("Remove"));
        field("Time zone").fill("America/Chicago");
        press(page.locator(".people-body form button[type=submit]").first());
        assertThat(page.locator(".people-message")).containsText("Saved");
        assertThat(page.locator(".people-problems")).hasCount(0);
    }

    @Test
    void theManagerPlansAnAbsence() {
        openThePage();
        press(row("Grace Kim").locator(".people-open"));

        press(page.getByText("Add the absence"));
        assertThat(page.locator("#people-error-reason")).hasText("Is missing.");
        field("From").fill("2020-01-01T08:00");
        field("Back at").fill("2090-01-01T08:00");
        field("Reason").fill("Leave <b class='broken'>of absence</b>");
        press(page.getByText("Add the absence"));
        assertThat(page.locator("#people-error-endsAt")).containsText("ten years");
        field("Back at").fill("2030-01-01T08:00");
        press(page.getByText("Add the absence"));

        assertThat(page.locator(".people-absences")).containsText("Leave <b class='broken'>of absence</b>");
        assertThat(page.locator(".broken")).hasCount(0);
        photograph("people-absence");
        press(page.getByText("Back to the list"));
        assertThat(page.locator(".people-count").first()).containsText("1 absent now");
        assertThat(row("Grace Kim")).containsText("absent");
    }

    @Test
    void theManagerChecksAFileBeforeItIsTaken() {
        openThePage();
        press(tab("Import and export"));
        String header =
                "user_id,name,title,role,email,branch,partner,queues,skills,languages,capacity_minutes,time_zone,"
                        + "working_hours,active,license_number,npn,license_state,resident,license_lines,license_status,"
                        + "license_effective,license_expires\n";
        String liam =
                "liam,Liam Lane,Producer,%s,,,,producers,,en,240,,,,TX-1,9900098,TX,true,CASUALTY,ACTIVE,2026-01-01,"
                        + "2030-01-01\n";

        check(header + liam.formatted("seller"));
        assertThat(page.locator(".people-result")).containsText("1 error: nothing can be imported");
        assertThat(page.locator(".people-result tbody tr").first()).containsText("\"seller\" is not known");
        photograph("people-import-errors");

        check(header + liam.formatted("producer"));
        assertThat(page.locator(".people-result")).containsText("1 would be added: liam");
        press(page.locator(".people-result .btn-primary"));
        assertThat(page.locator(".people-message")).containsText("Imported: 1 added, 0 changed.");
        press(tab("People"));
        assertThat(row("Liam Lane")).containsText("TX");
    }

    @Test
    void theManagerSeesWhatThePartnerTakes() {
        openThePage();
        tab("People").dispatchEvent("keydown", Map.of("key", "ArrowRight"));
        assertThat(tab("Partners")).hasAttribute("aria-selected", "true");

        press(row("Keyline Service Partners LLC").locator(".people-open"));

        assertThat(page.locator(".people-rows tbody tr")).hasCount(11);
        field("Accepts within").fill("90");
        press(page.locator(".people-body form button[type=submit]").first());
        assertThat(page.locator(".people-message")).containsText("Routing knows of it now");
        photograph("people-partner");
    }

    @Test
    void analystsDoNotSeeThePage() {
        login("cockpit", "analyst");

        assertThat(page.getByText("Learning").first()).isVisible();
        assertThat(page.locator("a[href='#/people']")).hasCount(0);
    }

    private void check(String file) {
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("people.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        press(page.getByText("Check the file"));
    }

    private void openThePage() {
        login("cockpit", "nora");
        press(page.locator("a[href='#/people']").first());
        assertThat(page.locator(".people-page h1")).hasText("People");
        assertThat(page.locator(".people-table")).isVisible();
    }

    private Locator row(String name) {
        return page.locator(".people-table tbody tr")
                .filter(new Locator.FilterOptions().setHasText(name))
                .first();
    }

    private Locator field(String label) {
        return page.locator("label.people-field:has(> span:text-is('" + label + "'))")
                .locator("input, select")
                .first();
    }

    private Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}

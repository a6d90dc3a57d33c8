package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.TaskService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.throughline.ams.AmsClients;
import org.throughline.ams.Client.ClientContact;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.request.outbound.LedgerRequests;

/** Two requests change the same telephone number; the second meets a conflict, which maria resolves in Tasklist. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
@Import(LedgerRequests.class)
class ConflictScreenIT extends ScreenTest {

    private static final String CONTACT = "Luis Marin";
    private static final String BEFORE = "512-555-0164";
    private static final String THEIRS = "512-555-0171";
    private static final String OURS = "512-555-0172";

    private final LedgerRequests requests;
    private final OutboundLedger ledger;
    private final AmsClients clients;
    private final TaskService tasks;

    @Autowired
    ConflictScreenIT(LedgerRequests requests, OutboundLedger ledger, AmsClients clients, TaskService tasks) {
        this.requests = requests;
        this.ledger = ledger;
        this.clients = clients;
        this.tasks = tasks;
    }

    @Test
    void mariaComparesTheValuesAndDecides() {
        String first = LedgerRequests.number();
        String second = LedgerRequests.number();
        requests.planPhone(first, CONTACT, BEFORE, THEIRS);
        requests.planPhone(second, CONTACT, BEFORE, OURS);
        requests.runStep(first);
        requests.runStep(second);
        assertThat(phone()).isEqualTo(THEIRS);
        assertThat(status(second)).isEqualTo(WriteStatus.CONFLICT);

        login("cockpit", "nora");
        press(page.locator("a[href='#/ledger']").first());
        assertThat(page.locator("tr[data-reference='" + second + "-1']"))
                .containsText("Waits for a person: Resolve conflict");
        assertThat(page.locator(".ledger-count[data-status=CONFLICT]")).containsText("1 conflict");
        photograph("conflict-ledger");
        browser.close(page);
        page = browser.desk();

        login("tasklist", "maria");
        press(page.getByText("My queues").first());
        press(page.locator("ol.tasks-list > li").getByText("Resolve conflict").first());
        press(page.locator("[ng-click='claim()']"));
        press(page.getByText("Form").first());
        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("Two changes of one field");
        assertThat(field(form, 3)).hasValue(BEFORE);
        assertThat(field(form, 4)).hasValue(OURS);
        assertThat(field(form, 5)).hasValue(THEIRS);
        assertThat(field(form, 2)).hasValue(Pattern.compile(".*" + CONTACT + ".*" + THEIRS + ".*"));
        photograph("conflict-form");

        choose(form, "Ours: write it over theirs");
        field(form, 10).fill("Called him at the number on file: the second message is the later one.");
        field(form, 10).blur();
        photograph("conflict-decided");
        press(page.locator("button").getByText("Complete").first());
        page.waitForCondition(() -> status(second) == WriteStatus.PLANNED);
        assertThat(tasks.createTaskQuery()
                        .taskDefinitionKey("Task_ResolveConflict")
                        .count())
                .isZero();

        requests.runStep(second);
        assertThat(status(second)).isEqualTo(WriteStatus.DONE);
        assertThat(phone()).isEqualTo(OURS);
    }

    private WriteStatus status(String number) {
        return ledger.findByReference(number + "-1").orElseThrow().status();
    }

    private String phone() {
        return clients.find(LedgerRequests.CLIENT).orElseThrow().contacts().stream()
                .filter(contact -> contact.name().equals(CONTACT))
                .map(ClientContact::phone)
                .findFirst()
                .orElseThrow();
    }

    private static Locator field(Locator form, int number) {
        return form.locator("[id$='-Field_" + number + "']");
    }

    /** The drop-down of a form listens to the mouse button going down, not to a click. */
    private static void choose(Locator form, String option) {
        form.locator(".fjs-form-field-select .fjs-input-group").dispatchEvent("mousedown");
        form.locator(".fjs-dropdownlist-item").getByText(option).dispatchEvent("mousedown");
    }
}

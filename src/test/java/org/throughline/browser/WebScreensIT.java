package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.RuntimeService;
import org.operaton.bpm.engine.TaskService;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.throughline.intake.Channel;
import org.throughline.intake.InboundItems;

@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false", "operaton.bpm.job-execution.enabled=false"})
class WebScreensIT extends ScreenTest {

    private static final String NUMBER = "SR-2026-900001";
    private static final String SUBJECT = "COI for ${runtimeService.getClass()} Tower";

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final InboundItems items;

    @Autowired
    WebScreensIT(RepositoryService repository, RuntimeService runtime, TaskService tasks, InboundItems items) {
        this.repository = repository;
        this.runtime = runtime;
        this.tasks = tasks;
        this.items = items;
    }

    @BeforeAll
    void openARequestThatWaitsForALicensedPerson() {
        repository
                .createDeployment()
                .tenantId("harborline")
                .addModelInstance(
                        "service-request.bpmn",
                        Bpmn.createExecutableProcess("service-request")
                                .operatonHistoryTimeToLiveString("P1D")
                                .startEvent()
                                .userTask("Task_ReviewRequest")
                                .name("Review request")
                                .operatonCandidateGroups("account-managers")
                                .endEvent()
                                .done())
                .deploy();
        runtime.createProcessInstanceByKey("service-request")
                .processDefinitionTenantId("harborline")
                .businessKey(NUMBER)
                .setVariables(Map.of(
                        "requestNumber", NUMBER,
                        "subject", SUBJECT,
                        "status", "IN_PROGRESS",
                        "workType", "CERT_LIABILITY",
                        "route", "LICENSED_STAFF",
                        "queue", "account-managers",
                        "licenseRequired", true,
                        "licenseState", "TX",
                        "licenseLines", "CASUALTY"))
                .execute();
    }

    @Test
    void mariaReadsTheRequestAsTextOnly() {
        login("tasklist", "maria");

        for (String filter : new String[] {"My work", "My queues", "At risk", "Overdue", "All open"}) {
            assertThat(page.getByText(filter).first()).isVisible();
        }
        openTheTask();
        assertThat(page.locator(".request-title")).containsText(NUMBER);
        assertThat(page.locator(".request-heading")).containsText(SUBJECT);
        photograph("tasklist-request");
    }

    @Test
    void devonCannotClaimWhatNeedsALicense() {
        login("tasklist", "devon");
        openTheTask();

        press(page.locator("[ng-click='claim()']"));

        assertThat(page.locator(".notifications .alert, [notifications-panel] .alert")
                        .first())
                .containsText("license");
        assertThat(tasks.createTaskQuery()
                        .processInstanceBusinessKey(NUMBER)
                        .taskAssigned()
                        .count())
                .isZero();
        photograph("tasklist-claim-refused");
    }

    @Test
    void devonLogsAPhoneCall() {
        login("tasklist", "devon");
        press(page.getByText("Start process").first());
        press(page.getByText("Log a phone call").first());
        Locator form = page.locator(".fjs-container");
        assertThat(form).containsText("What it is about");
        field(form, 2).fill("Robert Castellano");
        field(form, 3).fill("407-555-0133");
        field(form, 6).fill("Wants his son on the Subaru.");
        field(form, 6).blur();
        photograph("tasklist-log-phone-call");
        press(page.locator(".modal-footer button").getByText("Start").last());

        assertThat(form).hasCount(0);
        assertThat(items.list(null, 0, 1)).singleElement().satisfies(item -> {
            assertThat(item.channel()).isEqualTo(Channel.PHONE);
            assertThat(item.sender()).isEqualTo("Robert Castellano <407-555-0133>");
            assertThat(item.body()).contains("Wants his son on the Subaru.").contains("Taken by: devon");
        });
    }

    private static Locator field(Locator form, int number) {
        return form.locator("[id$='-Field_" + number + "']");
    }

    @Test
    void noraSeesTheAgencysFigures() {
        login("cockpit", "nora");

        press(page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName("Agency").setExact(true)));

        assertThat(page.locator(".agency-cards")).containsText("Open now");
        assertThat(page.locator(".agency-table").last()).containsText("Certificate liability");
        photograph("cockpit-agency");
    }

    @Test
    void mariaGetsNoneOfThem() {
        login("tasklist", "maria");

        for (String address :
                new String[] {"/api/reports/volume", "/operaton/api/cockpit/plugin/agency/default/reports/volume"}) {
            int status = page.context()
                    .request()
                    .get("http://localhost:" + port + address)
                    .status();
            assertThat(status).as(address).isEqualTo(403);
        }
        page.navigate("http://localhost:" + port + "/operaton/app/cockpit/default/#/agency");
        page.waitForLoadState();
        assertThat(page.locator(".agency-cards")).hasCount(0);
    }

    private void openTheTask() {
        press(page.getByText("My queues").first());
        press(page.locator("ol.tasks-list > li").getByText("Review request").first());
        assertThat(page.locator(".request-title")).isVisible();
    }
}

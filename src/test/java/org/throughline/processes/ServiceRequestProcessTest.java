package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.impl.IdentityServiceImpl;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Task;
import org.throughline.automation.AutomationEvidence;
import org.throughline.automation.store.AutomationTables;
import org.throughline.platform.engine.AsSystem;
import org.throughline.request.RequestMessages;
import org.throughline.request.process.RequestStatusPlugin;

class ServiceRequestProcessTest {

    private static final AutomationTables tables =
            new AutomationTables(java.time.Clock.fixed(Instant.parse("2026-11-23T16:00:00Z"), ZoneOffset.UTC));

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("service-request")
            .stubbing("certificate-issuance", "general-service", "partner-work", "ams-write", "quality-review")
            .delegatesOf("org.throughline.automation.process")
            .with(AutomationEvidence.class, tables.evidence())
            .with(AsSystem.class, new AsSystem(new IdentityServiceImpl()))
            .configuring(configuration -> new RequestStatusPlugin(TestPauses.never()).preInit(configuration));

    /** Stands for the bean that turns minutes into a moment. */
    public static final class Clock {

        public String clock(String priority, String workType) {
            return "BUSINESS";
        }

        public Date due(String clock, Number minutes) {
            return Date.from(Instant.EPOCH.plusSeconds(minutes.longValue() * 60));
        }
    }

    @BeforeEach
    void clock() {
        tables.clear();
        engine.bean("serviceClock", new Clock());
    }

    private static Map<String, Object> certificate() {
        Map<String, Object> facts = new HashMap<>();
        facts.put("requestNumber", "SR");
        facts.put("workType", "CERT_LIABILITY");
        facts.put("classification", "AUTO");
        facts.put("senderRole", "AUTHORIZED_CONTACT");
        facts.put("authenticated", true);
        facts.put("automationLevel", "STRAIGHT_THROUGH");
        facts.put("switchedOff", "");
        facts.put("securityFlag", false);
        facts.put("judgement", false);
        facts.put("contractAttached", false);
        facts.put("surplusLines", false);
        facts.put("missingInfo", false);
        facts.put("partnerQueue", "NONE");
        facts.put("mark", "NONE");
        facts.put("alarm", "NONE");
        facts.put("hoursToHardDate", 9999);
        facts.put("hoursToNeededBy", 9999);
        facts.put("lineOfBusiness", "GL");
        facts.put("commercial", true);
        facts.put("state", "TX");
        facts.put("clientId", "10001");
        facts.put("acknowledge", true);
        return facts;
    }

    private static Map<String, Object> with(String name, Object value) {
        Map<String, Object> facts = certificate();
        facts.put(name, value);
        return facts;
    }

    private static JavaDelegate ending(String outcome, String evidence) {
        return execution -> {
            execution.setVariable("outcome", outcome);
            execution.setVariable("completionEvidence", evidence);
        };
    }

    @Test
    void goesStraightThroughWhenNothingStandsAgainstIt() {
        long before = reviews();
        engine.fake("certificate-issuance", ending("ISSUED", "Delivered to ap@bayline.example"));
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000001", certificate());

        assertThat(request)
                .isEnded()
                .hasPassedInOrder(
                        "Task_DecideRouting", "Call_CarryOutRequest", "Call_KeepAmsInStep", "EndEvent_RequestDone")
                .variables()
                .containsEntry("route", "AUTOMATION")
                .containsEntry("straightThrough", true)
                .containsEntry("status", "DONE");
        Assertions.assertThat(reviews()).isEqualTo(before);
    }

    private static long reviews() {
        return engine.engine()
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey("quality-review")
                .count();
    }

    @Test
    void endsAndIsLookedAtAfterwardsWhereItIsSampled() {
        long before = reviews();
        engine.fake("certificate-issuance", ending("ISSUED", "Delivered to ap@bayline.example"));
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000010", with("automationLevel", "SAMPLED"));

        assertThat(request).isEnded().hasPassed("EndEvent_RequestDone");
        Assertions.assertThat(reviews()).isEqualTo(before + 1);
        Assertions.assertThat(engine.engine()
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processDefinitionKey("quality-review")
                        .processInstanceBusinessKey("QA-SR")
                        .count())
                .as("not under the request's own number, which would open it again")
                .isEqualTo(1);
    }

    @Test
    void goesToAPersonWhoReadsWhichSwitchStoppedIt() {
        Map<String, Object> stopped = with("automationLevel", "OFF");
        stopped.put("switchedOff", "All automation of the agency was switched off by nora: mail loop");
        engine.fake("certificate-issuance", execution -> {
            execution.setVariable("outcome", "ISSUED");
            execution.setVariable("completionEvidence", execution.getVariable("stopReason"));
        });
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000011", stopped);

        assertThat(request)
                .variables()
                .containsEntry("straightThrough", false)
                .containsEntry("automation", "NONE")
                .containsEntry("route", "LICENSED_STAFF")
                .containsEntry("stopReason", "All automation of the agency was switched off by nora: mail loop");
    }

    @Test
    void letsAPersonCloseWhatIsNotWorkUntilAutomationMay() {
        Map<String, Object> advertising = with("workType", "NOT_WORK");
        advertising.put("automationLevel", "SHADOW");
        engine.fake("general-service", ending("NOT_WORK", ""));

        ProcessInstance request = engine.start("SR-2026-000012", advertising);

        assertThat(request).isEnded().hasPassed("Call_CarryOutRequest", "EndEvent_ClosedAsNotWork");
        Assertions.assertThat(tables.found()).containsExactly("SHADOW_COMPARED true");

        tables.clear();
        advertising.put("automationLevel", "APPROVE_ALL");
        engine.fake("general-service", ending("DONE", "It was a claim after all"));
        engine.passing("ams-write");
        engine.start("SR-2026-000013", advertising);

        Assertions.assertThat(tables.found()).containsExactly("PERSON_OVERRULED false");
    }

    @Test
    void closesAtOnceWhatAPersonInTriageCalledNotWork() {
        Map<String, Object> decided = with("workType", "NOT_WORK");
        decided.put("automationLevel", "OFF");
        decided.put("classification", "TRIAGE");

        ProcessInstance request = engine.start("SR-2026-000014", decided);

        assertThat(request).isEnded().hasPassed("EndEvent_ClosedAsNotWork").hasNotPassed("Call_CarryOutRequest");
    }

    @Test
    void passesOnASuspiciousRequestOnlyAfterSecurityReleasedIt() {
        engine.fake("certificate-issuance", ending("ISSUED", "Delivered"));
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000002", with("securityFlag", true));
        assertThat(request).isWaitingAt("Task_ReviewForRisk").variables().containsEntry("queue", "security");
        engine.complete("Task_ReviewForRisk", Map.of("riskDecision", "RELEASE", "nextQueue", "account-managers"));

        assertThat(request)
                .isEnded()
                .hasPassed("EndEvent_RequestDone")
                .variables()
                .containsEntry("queue", "account-managers")
                .containsEntry("straightThrough", false);
    }

    @Test
    void closesWhatSecurityHoldsForUnsafe() {
        ProcessInstance request = engine.start("SR-2026-000003", with("securityFlag", true));
        engine.complete("Task_ReviewForRisk", Map.of("riskDecision", "NOT_WORK", "nextQueue", "account-managers"));

        assertThat(request)
                .isEnded()
                .hasPassed("EndEvent_ClosedAsUnsafe")
                .variables()
                .containsEntry("status", "NOT_WORK");
    }

    @Test
    void closesAdvertisingByItself() {
        Map<String, Object> advertising = with("workType", "NOT_WORK");
        advertising.put("mark", "MARKETING");

        ProcessInstance request = engine.start("SR-2026-000004", advertising);

        assertThat(request).isEnded().hasPassed("EndEvent_ClosedAsNotWork").hasNotPassed("Call_CarryOutRequest");
    }

    private static Map<String, Object> forAPartner() {
        Map<String, Object> facts = with("workType", "LOSS_RUNS");
        facts.put("partnerQueue", "partner-processors");
        return facts;
    }

    @Test
    void hasAPartnerCarryOutWhatIsRoutedToOne() {
        engine.fake("partner-work", ending("DONE", "Ordered, L-77"));
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000010", forAPartner());

        assertThat(request)
                .isEnded()
                .hasPassedInOrder("Call_HandWorkToPartner", "Call_KeepAmsInStep", "EndEvent_RequestDone")
                .hasNotPassed("Call_CarryOutRequest")
                .variables()
                .containsEntry("queue", "partner-processors");
    }

    @Test
    void showsMessagesAboutAPartnersWorkToOurOwnPeople() {
        engine.fake("partner-work", ending("DONE", ""));

        engine.start("SR-2026-000012", forAPartner());
        engine.correlate(RequestMessages.MESSAGE_RECEIVED, "SR-2026-000012", Map.of("latestItemId", "IN-2026-000009"));

        Assertions.assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("account-managers")
                        .list())
                .extracting(Task::getName)
                .containsExactlyInAnyOrder("Supply completion evidence", "Read new message");
    }

    @Test
    void carriesOutItselfWhatThePartnerDoesNot() {
        engine.fake("partner-work", execution -> {
            execution.setVariable("outcome", "BACK");
            execution.setVariable("queue", "account-managers");
            execution.setVariable("route", "LICENSED_STAFF");
        });
        engine.fake("general-service", ending("DONE", "Ordered, L-78"));
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000011", forAPartner());

        assertThat(request)
                .isEnded()
                .hasPassedInOrder("Call_HandWorkToPartner", "Call_CarryOutRequest", "EndEvent_RequestDone")
                .variables()
                .containsEntry("route", "LICENSED_STAFF")
                .containsEntry("queue", "account-managers");
    }

    @Test
    void takesWorkBackFromAPartnerAndGivesItAway() {
        engine.fake("partner-work", execution -> execution.setVariable("waits", true));
        engine.fake("general-service", execution -> execution.setVariable("waits", true));
        ProcessInstance request = engine.start("SR-2026-000015", forAPartner());
        assertThat(request).isWaitingAt("Call_HandWorkToPartner");

        engine.correlate(
                RequestMessages.REQUEST_REROUTED,
                "SR-2026-000015",
                Map.of("route", "LICENSED_STAFF", "queue", "accounting"));
        assertThat(request)
                .isWaitingAt("Call_CarryOutRequest")
                .variables()
                .containsEntry("queue", "accounting")
                .containsEntry("status", "IN_PROGRESS")
                .containsEntry("waitingOn", "");
        Assertions.assertThat(running("partner-work")).isZero();

        engine.correlate(
                RequestMessages.REQUEST_REROUTED,
                "SR-2026-000015",
                Map.of("route", "EXTERNAL_PARTNER", "queue", "partner-processors"));
        assertThat(request).isWaitingAt("Call_HandWorkToPartner").variables().containsEntry("waitingOn", "PARTNER");
        Assertions.assertThat(running("general-service")).isZero();
        Assertions.assertThat(running("partner-work")).isEqualTo(1);
    }

    private static long running(String process) {
        return engine.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey(process)
                .count();
    }

    @Test
    void asksForEvidenceBeforeItCloses() {
        engine.fake("general-service", ending("DONE", ""));
        engine.passing("ams-write");

        ProcessInstance request = engine.start("SR-2026-000005", with("workType", "ENDT_DRIVER"));
        assertThat(request).isWaitingAt("Task_SupplyCompletionEvidence");
        engine.complete("Task_SupplyCompletionEvidence", Map.of("completionEvidence", "Confirmation 4711"));

        assertThat(request).isEnded().hasPassed("EndEvent_RequestDone");
    }

    @Test
    void endsAsDeclined() {
        engine.fake("general-service", ending("DECLINED", ""));

        ProcessInstance request = engine.start("SR-2026-000006", with("workType", "COVERAGE_QUESTION"));

        assertThat(request)
                .isEnded()
                .hasPassed("EndEvent_RequestDeclined")
                .variables()
                .containsEntry("status", "DECLINED");
    }

    @Test
    void acknowledgesAfterAMinuteAndShowsANewMessageToAPerson() {
        engine.passing("acknowledgeReceiptDelegate", "sendLetterDelegate");

        ProcessInstance request = engine.start("SR-2026-000007", with("securityFlag", true));
        engine.fireTimer("StartEvent_OneMinutePassed");
        engine.runJob("Task_SendLetter");
        engine.correlate(RequestMessages.MESSAGE_RECEIVED, "SR-2026-000007", Map.of("latestItemId", "IN-2026-000009"));
        engine.complete("Task_ReadNewMessage", Map.of());

        assertThat(request)
                .isWaitingAt("Task_ReviewForRisk")
                .hasPassed("EndEvent_RequestAcknowledged", "EndEvent_NewMessageRead");
    }

    @Test
    void acknowledgesNothingToAMachine() {
        Map<String, Object> fromMachine = with("securityFlag", true);
        fromMachine.put("acknowledge", false);

        ProcessInstance request = engine.start("SR-2026-000008", fromMachine);
        engine.fireTimer("StartEvent_OneMinutePassed");

        assertThat(request).hasPassed("EndEvent_NoAcknowledgmentDue").hasNotPassed("Task_AcknowledgeReceipt");
    }

    @Test
    void hasAPersonLookAtAPolicyThatChanged() {
        ProcessInstance request = engine.start("SR-2026-000013", with("securityFlag", true));
        engine.correlate(RequestMessages.POLICY_CHANGED, "SR-2026-000013", Map.of("policyChange", "Cancelled"));
        engine.complete("Task_LookAtPolicyChange", Map.of("policyChangeDecision", "GO_ON"));
        assertThat(request).isWaitingAt("Task_ReviewForRisk").hasPassed("EndEvent_WorkGoesOn");

        engine.correlate(RequestMessages.POLICY_CHANGED, "SR-2026-000013", Map.of("policyChange", "Gone"));
        engine.complete("Task_LookAtPolicyChange", Map.of("policyChangeDecision", "STOP"));
        assertThat(request)
                .isEnded()
                .hasPassed("EndEvent_ClosedAsStopped")
                .variables()
                .containsEntry("status", "WITHDRAWN");
    }

    @Test
    void endsAtOnceWhenWithdrawn() {
        ProcessInstance request = engine.start("SR-2026-000009", with("securityFlag", true));
        engine.correlate(RequestMessages.REQUEST_WITHDRAWN, "SR-2026-000009", Map.of());

        assertThat(request).isEnded().hasPassed("EndEvent_ClosedAsWithdrawn");
        Assertions.assertThat(engine.engine().getTaskService().createTaskQuery().count())
                .isZero();
    }
}

package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.process.PartnerWorld;
import org.throughline.platform.ledger.WriteKind;

class PartnerWorkProcessTest {

    private static final String NUMBER = "SR-2026-000001";
    private static final PartnerWorld world = new PartnerWorld();

    @RegisterExtension
    static final TestEngine engine = world.furnish(TestEngine.of("partner-work"));

    /** Draws what the table wants always, and nothing else. */
    public static final class Draw {

        public boolean isDrawn(String requestNumber, Number percent) {
            return percent.intValue() == 100;
        }
    }

    @BeforeEach
    void aPartnerWithPeople() {
        world.clear();
        engine.bean("reviewSample", new Draw());
    }

    private static Map<String, Object> request(String workType, String queue, String gate) {
        Map<String, Object> request = new HashMap<>();
        request.put("requestNumber", NUMBER);
        request.put("workType", workType);
        request.put("route", "EXTERNAL_PARTNER");
        request.put("queue", queue);
        request.put("staffQueue", "account-managers");
        request.put("humanGate", gate);
        request.put("state", "TX");
        request.put("lineOfBusiness", "AUTO");
        request.put("priority", "P3");
        request.put("slaDueAt", Date.from(PartnerWorld.NOW.plusSeconds(86_400)));
        request.put("clientId", "10001");
        request.put("clientName", "Okafor Plumbing");
        request.put("senderAddress", "denise@okaforplumbing.example");
        request.put("policyNumbers", "A-1");
        request.put("inboundItemId", "IN-2026-000001");
        return request;
    }

    private static ProcessInstance lossRuns() {
        return engine.start(NUMBER, request("LOSS_RUNS", "partner-processors", "NONE"));
    }

    private static ProcessInstance vehicle() {
        Map<String, Object> request = request("ENDT_VEHICLE", "partner-licensed", "LICENSED_APPROVAL");
        request.put("licenseRequired", true);
        request.put("licenseState", "TX");
        request.put("licenseLines", "CASUALTY");
        return engine.start(NUMBER, request);
    }

    private static void as(String person) {
        engine.engine().getIdentityService().setAuthenticatedUserId(person);
    }

    private static void accept(String person) {
        as(person);
        engine.complete("Task_AcceptWork", Map.of("acceptance", "ACCEPT"));
    }

    private static Map<String, Object> result() {
        return Map.of("workDone", "DONE", "result", "Ordered from Bluemesa, L-77", "minutes", 12);
    }

    @Test
    void paysForWorkThatThePartnerFinished() {
        ProcessInstance work = lossRuns();
        assertThat(work).isWaitingAtExactly("Call_OfferWork");

        accept("kofi");
        engine.complete("Task_CarryOutWork", result());

        assertThat(work)
                .isEnded()
                .hasPassedInOrder("Task_ChoosePartner", "Task_BuildPacket", "Task_SettleWork", "EndEvent_WorkFinished")
                .hasNotPassed("Task_ReviewPartnerWork")
                .variables()
                .containsEntry("outcome", "DONE")
                .containsEntry(
                        "completionEvidence",
                        "Ordered from Bluemesa, L-77 (done by Keyline Service Partners LLC, kofi)");
        PartnerAssignment done = world.latestOf(work.getId());
        Assertions.assertThat(done.status()).isEqualTo(Status.DONE);
        Assertions.assertThat(done.acceptedBy()).isEqualTo("kofi");
        Assertions.assertThat(done.acceptBy()).isEqualTo(PartnerWorld.NOW.plusSeconds(7200));
        Assertions.assertThat(world.invoiceLines())
                .singleElement()
                .satisfies(line -> Assertions.assertThat(line)
                        .containsEntry("AMOUNT", new BigDecimal("9.00"))
                        .containsEntry("UNITS", 1));
        Assertions.assertThat(world.ledger.kinds()).containsExactly(WriteKind.AMS_NOTE);
    }

    @Test
    void letsThePartnerReachOnlyWhatThePacketAllows() {
        ProcessInstance work = lossRuns();

        Map<String, Object> visible = engine.engine()
                .getTaskService()
                .getVariables(engine.task("Task_AcceptWork").getId());

        Assertions.assertThat(visible)
                .containsEntry("requestNumber", NUMBER)
                .doesNotContainKeys("clientId", "clientName", "senderAddress", "inboundItemId", "policyNumbers");
        Assertions.assertThat(world.latestOf(work.getId()).packet().facts())
                .containsEntry("policyNumbers", "A-1")
                .containsEntry("state", "TX")
                .doesNotContainKeys("clientId", "clientName", "senderAddress");
    }

    @Test
    void hasOurOwnPeopleApproveWhatCommitsTheAgency() {
        ProcessInstance work = vehicle();
        accept("ana");
        engine.complete("Task_CarryOutWork", result());

        assertThat(work).isWaitingAtExactly("Task_ReviewPartnerWork");
        Assertions.assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("account-managers")
                        .count())
                .isEqualTo(1);
        as("maria");
        assertThatThrownBy(() -> engine.complete("Task_ReviewPartnerWork", Map.of("qualityVerdict", "ACCEPT")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("score from 1");
        assertThatThrownBy(() -> engine.complete(
                        "Task_ReviewPartnerWork", Map.of("qualityVerdict", "RETURN", "qualityScore", 2)))
                .hasMessageContaining("Say why the work is returned");
        assertThatThrownBy(() ->
                        engine.complete("Task_ReviewPartnerWork", Map.of("qualityVerdict", "MAYBE", "qualityScore", 2)))
                .hasMessageContaining("ACCEPT or RETURN");
        engine.complete("Task_ReviewPartnerWork", Map.of("qualityVerdict", "ACCEPT", "qualityScore", 5));

        assertThat(work).isEnded().hasPassedInOrder("Task_NoteReview", "Task_SettleWork", "EndEvent_WorkFinished");
        Assertions.assertThat(world.latestOf(work.getId()).score()).isEqualTo(5);
    }

    @Test
    void bringsReturnedWorkHomeAndDoesNotPayForIt() {
        ProcessInstance work = vehicle();
        accept("ana");
        engine.complete("Task_CarryOutWork", result());
        as("maria");
        engine.complete(
                "Task_ReviewPartnerWork",
                Map.of("qualityVerdict", "RETURN", "qualityScore", 2, "qualityReason", "The VIN is wrong."));

        assertThat(work)
                .isEnded()
                .hasPassedInOrder("Task_DecideFallback", "EndEvent_WorkIsBackWithOurOwnPeople")
                .variables()
                .containsEntry("queue", "account-managers")
                .containsEntry("route", "LICENSED_STAFF");
        Assertions.assertThat(world.invoiceLines()).isEmpty();
        Assertions.assertThat(world.latestOf(work.getId()).status()).isEqualTo(Status.RETURNED);
        Assertions.assertThat(world.latestOf(work.getId()).reason()).isEqualTo("The VIN is wrong.");
    }

    @Test
    void offersDeclinedWorkToAnotherPartnerAndThenToOurOwnPeople() {
        world.another("alder");
        ProcessInstance work = lossRuns();
        Assertions.assertThat(world.latestOf(work.getId()).partner()).isEqualTo("alder");
        as("kofi");
        assertThatThrownBy(() -> engine.complete("Task_AcceptWork", Map.of("acceptance", "DECLINE")))
                .hasMessageContaining("Say why you decline");
        engine.complete("Task_AcceptWork", Map.of("acceptance", "DECLINE", "partnerReason", "No room"));

        assertThat(work).isWaitingAtExactly("Call_OfferWork");
        Assertions.assertThat(world.assignments().tried(work.getId())).containsExactlyInAnyOrder("alder", "keyline");
        engine.complete("Task_AcceptWork", Map.of("acceptance", "DECLINE", "partnerReason", "No room either"));

        assertThat(work).isEnded().hasPassed("EndEvent_WorkIsBackWithOurOwnPeople");
        Assertions.assertThat(world.latestOf(work.getId()).status()).isEqualTo(Status.DECLINED);
    }

    @Test
    void bringsHomeWhatNobodyAcceptsInTime() {
        ProcessInstance work = vehicle();

        engine.fireTimer("Event_AcceptByTimePassed");

        assertThat(work).isEnded().hasPassed("EndEvent_WorkIsBackWithOurOwnPeople");
        Assertions.assertThat(world.latestOf(work.getId()).status()).isEqualTo(Status.LATE);
    }

    @Test
    void keepsWorkThatThePartnerHasNoRoomForToday() {
        world.keyline(1, false);
        lossRuns();

        ProcessInstance second = engine.start("SR-2026-000002", request("LOSS_RUNS", "partner-processors", "NONE"));

        assertThat(second)
                .isEnded()
                .hasPassed("EndEvent_WorkIsBackWithOurOwnPeople")
                .hasNotPassed("Task_BuildPacket")
                .variables()
                .containsEntry("partnerAnswer", "FULL")
                .containsEntry("route", "LICENSED_STAFF");
    }

    @Test
    void refusesVariablesThatAreNotThePartnersToSet() {
        ProcessInstance work = vehicle();
        as("kofi");

        assertThatThrownBy(() ->
                        engine.complete("Task_AcceptWork", Map.of("acceptance", "ACCEPT", "licenseRequired", false)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("licenseRequired is not yours to set");
        assertThatThrownBy(() -> engine.complete("Task_AcceptWork", Map.of("acceptance", "ACCEPT", "minuts", 3)))
                .hasMessageContaining("minuts is not yours to set");
        assertThatThrownBy(() -> engine.engine()
                        .getTaskService()
                        .handleBpmnError(engine.task("Task_AcceptWork").getId(), "anything"))
                .isInstanceOf(ProcessEngineException.class);

        assertThat(work).isWaitingAtExactly("Call_OfferWork");
        Assertions.assertThat(engine.task("Task_AcceptWork").getName()).isEqualTo("Accept work");
    }

    @Test
    void endsTheOfferWhenTheRequestIsWithdrawn() {
        ProcessInstance work = lossRuns();

        engine.engine().getRuntimeService().deleteProcessInstance(work.getId(), "withdrawn");

        Assertions.assertThat(world.latestOf(work.getId()).status()).isEqualTo(Status.WITHDRAWN);
    }
}

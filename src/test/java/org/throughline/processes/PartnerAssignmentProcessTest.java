package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.BadUserRequestException;
import org.operaton.bpm.engine.ExternalTaskService;
import org.operaton.bpm.engine.externaltask.LockedExternalTask;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.partner.Packet;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.PartnerAssignments.Offer;
import org.throughline.partner.process.PartnerWorld;
import org.throughline.staff.PartnerWork;

class PartnerAssignmentProcessTest {

    private static final String NUMBER = "SR-2026-000001";
    private static final String WORKER = "keyline-1";
    private static final PartnerWorld world = new PartnerWorld();

    @RegisterExtension
    static final TestEngine engine = world.furnish(TestEngine.of("partner-assignment"));

    @BeforeEach
    void keylineWithASystemOfItsOwn() {
        world.clear();
        world.keyline(60, true);
        as("keyline-system");
    }

    private static void as(String person) {
        engine.engine().getIdentityService().setAuthenticatedUserId(person);
    }

    private static ProcessInstance offered(boolean throughSystem, boolean licensed) {
        Map<String, Object> offer = new HashMap<>();
        offer.put("requestNumber", NUMBER);
        offer.put("workType", "ENDT_VEHICLE");
        offer.put("queue", "partner-licensed");
        offer.put("priority", "P3");
        offer.put("slaDueAt", Date.from(PartnerWorld.NOW.plusSeconds(86_400)));
        offer.put("acceptBy", Date.from(PartnerWorld.NOW.plusSeconds(7200)));
        offer.put("partnerId", "keyline");
        offer.put("throughSystem", throughSystem);
        offer.put("licenseRequired", licensed);
        offer.put("licenseState", "TX");
        offer.put("licenseLines", "CASUALTY");
        ProcessInstance instance = engine.start(NUMBER, offer);
        PartnerWork agreed = world.partners.find("keyline").orElseThrow().work().stream()
                .filter(work -> work.workType().equals("ENDT_VEHICLE"))
                .findFirst()
                .orElseThrow();
        world.assignments()
                .offer(new Offer(
                        instance.getId(),
                        NUMBER,
                        "keyline",
                        agreed,
                        new Packet(Map.of(), "Key it.", null, List.of(), 0),
                        null,
                        PartnerWorld.NOW.plusSeconds(7200)));
        return instance;
    }

    private static ExternalTaskService system() {
        return engine.engine().getExternalTaskService();
    }

    private static LockedExternalTask taken() {
        List<LockedExternalTask> tasks =
                system().fetchAndLock(10, WORKER).topic("partner-work", 60_000).execute();
        Assertions.assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private static Status statusOf(ProcessInstance offer) {
        return world.latestOf(offer.getId()).status();
    }

    @Test
    void letsPeopleAcceptAndReturnWork() {
        ProcessInstance offer = offered(false, true);
        as("ana");
        engine.complete("Task_AcceptWork", Map.of("acceptance", "ACCEPT"));
        Assertions.assertThat(statusOf(offer)).isEqualTo(Status.ACCEPTED);

        assertThatThrownBy(() -> engine.complete("Task_CarryOutWork", Map.of("workDone", "RETURN")))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("Say why you return the work");
        engine.complete("Task_CarryOutWork", Map.of("workDone", "RETURN", "partnerReason", "VIN is missing"));

        assertThat(offer).isEnded().hasPassed("EndEvent_WorkReturned");
        Assertions.assertThat(statusOf(offer)).isEqualTo(Status.RETURNED);
    }

    @Test
    void letsPeopleDeclineAndBeLate() {
        ProcessInstance declined = offered(false, false);
        as("ana");
        engine.complete("Task_AcceptWork", Map.of("acceptance", "DECLINE", "partnerReason", "No room"));
        assertThat(declined).isEnded().hasPassed("EndEvent_OfferDeclined");

        ProcessInstance late = offered(false, false);
        engine.fireTimer("Event_AcceptByTimePassed");
        assertThat(late).isEnded().hasPassed("EndEvent_PartnerIsLate");
    }

    @Test
    void refusesAMalformedResultAndLosesNothing() {
        ProcessInstance offer = offered(true, true);
        LockedExternalTask task = taken();

        assertThatThrownBy(() -> system().complete(task.getId(), WORKER, Map.of("result", 4711)))
                .isInstanceOf(BadUserRequestException.class)
                .hasMessageContaining("result is no text")
                .hasMessageContaining("minutes is missing");
        assertThatThrownBy(() -> system().complete(
                                task.getId(), WORKER, Map.of("result", "Keyed", "minutes", 9, "doneBy", "maria")))
                .hasMessageContaining("doneBy must be the user id of one of your people");
        assertThatThrownBy(() -> system().complete(
                                task.getId(), WORKER, Map.of("result", "Keyed", "minutes", 9, "doneBy", "kofi")))
                .as("kofi holds no license")
                .hasMessageContaining("license");
        assertThat(offer).isWaitingAt("Task_TakeWork");

        system().extendLock(task.getId(), WORKER, 60_000);
        system().complete(task.getId(), WORKER, Map.of("result", "Keyed", "minutes", 9L, "doneBy", "ana"));

        assertThat(offer).isEnded().hasPassedInOrder("Task_RecordResult", "EndEvent_WorkDone");
        Assertions.assertThat(statusOf(offer)).isEqualTo(Status.FINISHED);
        Assertions.assertThat(world.latestOf(offer.getId()).doneBy()).isEqualTo("ana");
    }

    @Test
    void letsASystemFailTryAgainUnlockAndReturn() {
        ProcessInstance offer = offered(true, false);
        LockedExternalTask task = taken();
        system().handleFailure(task.getId(), WORKER, "Carrier site is down", "stack", 2, 0);
        LockedExternalTask again = taken();
        Assertions.assertThat(again.getRetries()).isEqualTo(2);
        system().unlock(again.getId());

        system().handleBpmnError(taken().getId(), WORKER, "returned", "The VIN does not exist");

        assertThat(offer).isEnded().hasPassed("Event_SystemReturnsIt", "EndEvent_SystemReturned");
        Assertions.assertThat(statusOf(offer)).isEqualTo(Status.RETURNED);
        Assertions.assertThat(world.latestOf(offer.getId()).reason()).isEqualTo("The VIN does not exist");
    }

    @Test
    void takesWorkBackFromASystemThatDoesNotFetchIt() {
        ProcessInstance offer = offered(true, false);

        engine.fireTimer("Event_AcceptByTimeReached");

        assertThat(offer).isEnded().hasPassed("Event_SystemIsLate", "EndEvent_SystemWasLate");
        Assertions.assertThat(statusOf(offer)).isEqualTo(Status.LATE);
    }

    @Test
    void leavesASystemAloneThatIsAtWork() {
        ProcessInstance offer = offered(true, false);
        LockedExternalTask task = taken();

        engine.fireTimer("Event_AcceptByTimeReached");
        assertThat(offer).isWaitingAt("Task_TakeWork").hasPassed("EndEvent_SystemIsAtWork");
        system().complete(task.getId(), WORKER, Map.of("result", "Keyed", "minutes", 9));

        assertThat(offer).isEnded().hasPassed("EndEvent_SystemHasFinished", "EndEvent_WorkDone");
    }

    @Test
    void letsAPartnerWithASystemDecline() {
        ProcessInstance offer = offered(true, false);

        engine.correlate("partner-declined", NUMBER, Map.of("partnerReason", "No room"));

        assertThat(offer).isEnded().hasPassed("EndEvent_SystemDeclined");
        Assertions.assertThat(statusOf(offer)).isEqualTo(Status.DECLINED);
        Assertions.assertThat(world.latestOf(offer.getId()).reason()).isEqualTo("No room");
    }
}

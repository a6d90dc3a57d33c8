package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.request.RequestMessages;
import org.throughline.request.sla.RecordDecision;
import org.throughline.request.sla.SlaActions;
import org.throughline.request.sla.SlaEvent;
import org.throughline.request.sla.SlaEvents;
import org.throughline.request.sla.SlaStage;
import org.throughline.request.sla.WatchedRequest;

class EscalationProcessTest {

    private static final Instant NOW = Instant.parse("2026-11-23T20:00:00Z");
    private static final List<SlaEvent> EVENTS = new ArrayList<>();
    private static final List<String> GIVEN = new ArrayList<>();

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("escalation")
            .delegatesOf("org.throughline.request.sla.process")
            .with(SlaActions.class, new Handovers())
            .with(RecordDecision.class, new RecordDecision(new Events(), Clock.fixed(NOW, ZoneOffset.UTC)));

    private static final class Events implements SlaEvents {

        @Override
        public void add(SlaEvent event) {
            EVENTS.add(event);
        }

        @Override
        public Set<SlaStage> reached(String requestNumber) {
            return Set.of();
        }

        @Override
        public List<SlaEvent> ofRequest(String requestNumber) {
            return List.copyOf(EVENTS);
        }
    }

    private static final class Handovers implements SlaActions {

        @Override
        public void remind(String requestNumber, String sentence, Instant now) {
            throw new IllegalStateException("An escalation reminds nobody.");
        }

        @Override
        public void escalate(WatchedRequest request, String whatHappened) {
            throw new IllegalStateException("An escalation does not start another.");
        }

        @Override
        public void reassign(String requestNumber, @Nullable String queue, @Nullable String assignee) {
            GIVEN.add(requestNumber + " to " + queue + " and " + assignee);
        }

        @Override
        public void closed(String requestNumber) {
            throw new IllegalStateException("An escalation closes no request.");
        }
    }

    @BeforeEach
    void forget() {
        EVENTS.clear();
        GIVEN.clear();
    }

    @AfterEach
    void logOut() {
        engine.engine().getIdentityService().clearAuthentication();
    }

    private static ProcessInstance escalate() {
        Map<String, Object> late = new HashMap<>(Map.of(
                "requestNumber",
                "SR-2026-000001",
                "workType",
                "ENDT_DRIVER",
                "priority",
                "P3",
                "slaDueAt",
                Date.from(NOW.minusSeconds(7200))));
        late.put("whatHappened", "It was due and nobody has acted on it since.");
        ProcessInstance escalation = engine.start("ESC-SR-2026-000001", late);
        engine.engine().getIdentityService().setAuthenticatedUserId("nora");
        return escalation;
    }

    @Test
    void keepsWhyADelayIsAccepted() {
        ProcessInstance escalation = escalate();
        Assertions.assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("manager")
                        .count())
                .isEqualTo(1);

        engine.complete(
                "Task_DecideOnDelay",
                Map.of("escalationDecision", "ACCEPT", "escalationReason", "The carrier's site is down"));

        assertThat(escalation).isEnded().hasPassedInOrder("Task_RecordDecision", "EndEvent_EscalationSettled");
        Assertions.assertThat(EVENTS)
                .containsExactly(new SlaEvent(
                        "SR-2026-000001",
                        SlaStage.DECIDED,
                        NOW,
                        NOW.minusSeconds(7200),
                        "nora",
                        "The delay is accepted. Reason: The carrier's site is down"));
    }

    @Test
    void givesTheRequestToAnotherPerson() {
        ProcessInstance escalation = escalate();
        engine.complete(
                "Task_DecideOnDelay",
                Map.of(
                        "escalationDecision",
                        "REASSIGN",
                        "escalationReason",
                        "Maria is out",
                        "newQueue",
                        "producers",
                        "newAssignee",
                        "priya"));

        assertThat(escalation).isEnded().hasPassedInOrder("Task_ReassignRequest", "Task_RecordDecision");
        Assertions.assertThat(GIVEN).containsExactly("SR-2026-000001 to producers and priya");
        Assertions.assertThat(EVENTS)
                .extracting(SlaEvent::detail)
                .containsExactly("Given to producers, priya. Reason: Maria is out");
    }

    @Test
    void keepsWhatWasSaidToTheClient() {
        ProcessInstance escalation = escalate();
        engine.complete(
                "Task_DecideOnDelay",
                Map.of("escalationDecision", "CONTACT", "escalationReason", "Waits since Friday"));
        assertThat(escalation).isWaitingAtExactly("Task_ContactClient");
        engine.complete("Task_ContactClient", Map.of("contactNote", "Denise can wait until noon."));

        assertThat(escalation).isEnded();
        Assertions.assertThat(EVENTS)
                .extracting(SlaEvent::detail)
                .containsExactly("The client was contacted: Denise can wait until noon. Reason: Waits since Friday");
    }

    @Test
    void endsUnansweredWhenTheRequestIsClosed() {
        ProcessInstance escalation = escalate();
        engine.correlate(RequestMessages.REQUEST_CLOSED, "ESC-SR-2026-000001", Map.of());

        assertThat(escalation)
                .isEnded()
                .hasPassed("EndEvent_EscalationNotNeeded")
                .hasNotPassed("Task_RecordDecision");
        Assertions.assertThat(EVENTS).isEmpty();
    }
}

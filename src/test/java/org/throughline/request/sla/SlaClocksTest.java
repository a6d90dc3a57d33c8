package org.throughline.request.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.throughline.request.sla.SlaWorld.at;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.history.HistoricDecisionInstance;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.task.Comment;
import org.operaton.bpm.engine.task.Task;
import org.throughline.request.RequestMessages;

class SlaClocksTest {

    private final SlaWorld world = new SlaWorld("2026-11-23T09:00");

    @AfterEach
    void close() {
        world.close();
    }

    private List<SlaStage> stages(String number) {
        return world.events().ofRequest(number).stream().map(SlaEvent::stage).toList();
    }

    @Test
    void givesADayOfBusinessTimeAndKeepsTheDecisionWithTheProcess() {
        String number = world.open(Map.of());

        assertThat(world.due(number)).isEqualTo(at("2026-11-23T17:00"));
        assertThat(world.task(number).getDueDate()).isEqualTo(Date.from(at("2026-11-23T17:00")));
        HistoricDecisionInstance decision = world.engine()
                .getHistoryService()
                .createHistoricDecisionInstanceQuery()
                .decisionDefinitionKey("sla-clock")
                .singleResult();
        assertThat(decision.getProcessInstanceId())
                .isEqualTo(world.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .processDefinitionKey("service-request")
                        .singleResult()
                        .getId());
    }

    @Test
    void countsMinutesAroundTheClockForAnInjury() {
        world.moveTo("2026-11-28T23:00");

        String number = world.open(Map.of("workType", "CLAIM_FNOL", "alarm", "INJURY"));

        assertThat(world.due(number)).isEqualTo(at("2026-11-28T23:30"));
    }

    @Test
    void standsStillWhileTheClientIsAsked() {
        String number = world.open(Map.of());
        world.moveTo("2026-11-23T10:00");
        world.askTheClient(number);
        assertThat(stages(number)).containsExactly(SlaStage.PAUSED);
        world.moveTo("2026-11-30T09:00");
        world.patrol().look();

        world.engine()
                .getRuntimeService()
                .createMessageCorrelation(RequestMessages.CLIENT_ANSWERED)
                .processInstanceBusinessKey(number)
                .setVariable("latestItemId", "IN-2026-000002")
                .correlate();

        // Seven hours were left; they begin again at nine, after Thanksgiving, a day off and a weekend.
        Instant moved = at("2026-11-30T16:00");
        assertThat(stages(number)).containsExactly(SlaStage.PAUSED, SlaStage.RESUMED);
        assertThat(world.due(number)).isEqualTo(moved);
        assertThat(world.task(number).getDueDate()).isEqualTo(Date.from(moved));
        assertThat(world.engine()
                        .getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .variableName("slaDueAt")
                        .list())
                .extracting(HistoricVariableInstance::getValue)
                .containsOnly(Date.from(moved));
        assertThat(world.events().ofRequest(number).get(1).detail())
                .contains("1650 minutes", "Nov 30, 16:00", "Nov 23, 17:00");
    }

    @Test
    void movesTheOpenTaskThatWaitsBesideTheQuestion() {
        String number = world.open(Map.of("replyTo", ""));
        world.complete(number, Map.of("decision", "ASK", "question", "- date of birth"));
        world.moveTo("2026-11-23T11:00");
        world.complete(number, Map.of("answer", "May 4, 1999"));

        assertThat(world.due(number)).isEqualTo(at("2026-11-24T09:30"));
        assertThat(world.task(number).getTaskDefinitionKey()).isEqualTo("Task_CarryOutRequest");
        assertThat(world.task(number).getDueDate()).isEqualTo(Date.from(at("2026-11-24T09:30")));
    }

    @Test
    void keepsRunningWhereTheTableSaysSo() {
        String number = world.open(Map.of("workType", "COMPLAINT", "alarm", "REPEAT_CONTACT"));
        world.complete(number, Map.of("decision", "ASK", "question", "- what happened"));

        assertThat(stages(number)).isEmpty();
    }

    @Test
    void isDueSoonerButNeverLaterWhenAskedAgain() {
        String number = world.open(Map.of());
        world.dueDates().sooner(number, "P2", 240);
        assertThat(world.due(number)).isEqualTo(at("2026-11-23T13:00"));

        world.dueDates().sooner(number, "P1", 480);
        assertThat(world.due(number)).isEqualTo(at("2026-11-23T13:00"));
        assertThat(world.engine()
                        .getRuntimeService()
                        .createVariableInstanceQuery()
                        .variableName("priority")
                        .list())
                .isNotEmpty()
                .allSatisfy(priority -> assertThat(priority.getValue()).isEqualTo("P1"));
    }

    @Test
    void remindsOnceAStageAndShowsItInTasklist() {
        String number = world.open(Map.of());
        world.patrol().look();
        Task before = world.task(number);
        assertThat(before.getFollowUpDate()).isNull();

        world.moveTo("2026-11-23T15:30");
        world.patrol().look();
        world.patrol().look();

        Task atRisk = world.task(number);
        assertThat(stages(number)).containsExactly(SlaStage.AT_RISK);
        assertThat(atRisk.getPriority()).isEqualTo(before.getPriority() + 10);
        assertThat(atRisk.getFollowUpDate()).isEqualTo(Date.from(at("2026-11-23T15:30")));
        assertThat(world.engine().getTaskService().getTaskComments(atRisk.getId()))
                .extracting(Comment::getFullMessage)
                .containsExactly("At risk of being late. It is due Nov 23, 17:00.");

        world.moveTo("2026-11-23T17:00");
        world.patrol().look();
        assertThat(stages(number)).containsExactly(SlaStage.AT_RISK, SlaStage.BREACHED);
        assertThat(world.task(number).getPriority()).isEqualTo(before.getPriority() + 20);
    }

    @Test
    void tellsOfAHardDateThatDoesNotMoveWithTheClock() {
        Date hardDate = Date.from(
                LocalDate.of(2026, 11, 30).atStartOfDay(SlaWorld.HOUSTON).toInstant());
        String number = world.open(Map.of("hardDate", hardDate));
        world.askTheClient(number);
        world.patrol().look();
        assertThat(stages(number)).containsExactly(SlaStage.PAUSED);

        world.moveTo("2026-11-25T08:00");
        world.patrol().look();

        assertThat(stages(number)).containsExactly(SlaStage.PAUSED, SlaStage.HARD_DATE_NEAR);
        assertThat(world.events().ofRequest(number).get(1).detail()).contains("Monday, Nov 30");
    }

    @Test
    void asksTheManagersOnceNobodyHasActedForAnHourAndStopsAskingWhenTheRequestIsClosed() {
        String number = world.open(Map.of());
        world.patrol().look();
        world.moveTo("2026-11-23T17:10");
        world.engine().getIdentityService().setAuthenticatedUserId("maria");
        world.engine().getTaskService().claim(world.task(number).getId(), "maria");
        world.engine().getIdentityService().clearAuthentication();
        world.patrol().look();
        world.moveTo("2026-11-24T08:39");
        world.patrol().look();
        assertThat(stages(number)).containsExactly(SlaStage.BREACHED);

        world.moveTo("2026-11-24T08:41");
        world.patrol().look();
        world.patrol().look();

        assertThat(stages(number)).containsExactly(SlaStage.BREACHED, SlaStage.ESCALATED);
        ProcessInstance escalation = escalation(number);
        assertThat((String) world.engine().getRuntimeService().getVariable(escalation.getId(), "whatHappened"))
                .contains("nobody has acted", "Carry out request", "maria has claimed");
        assertThat(world.jdbc()
                        .sql("select count(*) from service_request where follow_up_id is not null")
                        .query(Long.class)
                        .single())
                .as("an escalation is not work on the request")
                .isZero();

        world.engine()
                .getRuntimeService()
                .createMessageCorrelation(RequestMessages.REQUEST_WITHDRAWN)
                .processInstanceBusinessKey(number)
                .correlate();
        world.patrol().look();

        assertThat(world.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .count())
                .isZero();
        assertThat(world.jdbc()
                        .sql("select count(*) from sla_watch")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void givesALateRequestToAnotherQueueAndPerson() {
        String number = world.open(Map.of());
        world.moveTo("2026-11-24T10:00");
        world.patrol().look();
        world.patrol().look();
        Task decide = world.engine()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(escalation(number).getId())
                .singleResult();

        world.engine()
                .getTaskService()
                .complete(
                        decide.getId(),
                        Map.of(
                                "escalationDecision",
                                "REASSIGN",
                                "escalationReason",
                                "Maria is out",
                                "newQueue",
                                "producers",
                                "newAssignee",
                                "priya"));

        Task given = world.task(number);
        assertThat(given.getAssignee()).isEqualTo("priya");
        assertThat(world.engine().getTaskService().getIdentityLinksForTask(given.getId()))
                .filteredOn(link -> link.getGroupId() != null)
                .extracting(link -> link.getGroupId())
                .containsExactly("producers");
        assertThat(stages(number)).containsExactly(SlaStage.BREACHED, SlaStage.ESCALATED, SlaStage.DECIDED);
        assertThat(world.jdbc()
                        .sql("select queue from service_request where number = ?")
                        .param(number)
                        .query(String.class)
                        .single())
                .isEqualTo("producers");
    }

    @Test
    void actsOnceWhereTwoNodesLookAtTheSameTime() throws Exception {
        for (int request = 0; request < 20; request++) {
            world.open(Map.of());
        }
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            for (String now : List.of("2026-11-23T09:01", "2026-11-23T15:30", "2026-11-23T17:00", "2026-11-24T10:00")) {
                world.moveTo(now);
                lookAtOnce(nodes, world.patrol(), world.secondPatrol());
                lookAtOnce(nodes, world.patrol(), world.secondPatrol());
            }
        } finally {
            nodes.shutdownNow();
        }

        assertThat(world.jdbc()
                        .sql("select stage || ' ' || count(*) from sla_event group by stage order by stage")
                        .query(String.class)
                        .list())
                .containsExactly("AT_RISK 20", "BREACHED 20", "ESCALATED 20");
        assertThat(world.engine()
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processDefinitionKey("escalation")
                        .count())
                .isEqualTo(20);
    }

    private static void lookAtOnce(ExecutorService nodes, SlaPatrol one, SlaPatrol other) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> looks = List.of(
                nodes.submit(() -> {
                    start.await();
                    return one.look();
                }),
                nodes.submit(() -> {
                    start.await();
                    return other.look();
                }));
        start.countDown();
        for (Future<Boolean> look : looks) {
            look.get();
        }
    }

    private ProcessInstance escalation(String number) {
        return world.engine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey("ESC-" + number)
                .singleResult();
    }
}

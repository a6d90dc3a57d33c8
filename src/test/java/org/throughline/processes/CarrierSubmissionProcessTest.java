package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.request.RequestMessages;

class CarrierSubmissionProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("carrier-submission");

    private final Deque<String> says = new ArrayDeque<>();

    @BeforeEach
    void fakes() {
        engine.passing("readPolicyDelegate", "planSubmissionDelegate");
        engine.bean("carrierRequestListener", (TaskListener) task -> {});
        engine.bean("submissionLeftListener", (ExecutionListener) execution -> {});
        engine.bean("issuedCheckedListener", (TaskListener) task -> {});
        engine.bean("carrierAnswerListener", (TaskListener) task -> task.setVariable("carrierSays", says.pop()));
        engine.fake("submitToCarrierDelegate", execution -> {
            execution.setVariable("carrierSays", says.pop());
            execution.setVariable("chaseAt", "2026-11-24T10:00:00");
        });
        engine.fake("compareIssuedWithRequestedDelegate", execution -> execution.setVariable("issuedAsAsked", true));
    }

    @Test
    void endsConfirmedWhereTheCarrierIssuesAtOnce() {
        ProcessInstance submission = prepared("SR-2026-000001", "ENDT_ADDITIONAL_INSURED", "BMC", "CONFIRMED");

        assertThat(submission)
                .isEnded()
                .hasPassedInOrder(
                        "Task_SuggestCarrierRequest",
                        "Task_ReadPolicy",
                        "Task_PrepareCarrierRequest",
                        "Task_ChooseCarrierChannel",
                        "Task_SubmitToCarrier",
                        "Task_CompareIssuedWithRequested",
                        "EndEvent_CarrierConfirmed")
                .variables()
                .containsEntry("carrierChannel", "API")
                .containsEntry("usualChange", "Add additional insured");
    }

    @Test
    void sendsNothingWhereAPersonLeavesIt() {
        ProcessInstance submission = started("SR-2026-000002", "ENDT_VEHICLE");
        engine.complete("Task_PrepareCarrierRequest", Map.of("carrierDecision", "LEAVE"));

        assertThat(submission).isEnded().hasPassed("EndEvent_NothingSubmitted").hasNotPassed("Task_PlanSubmission");
    }

    @Test
    void goesBackToThePersonWhereTheCarrierCannotTakeIt() {
        ProcessInstance submission = prepared("SR-2026-000003", "ENDT_VEHICLE", "BMC", "REFUSED");
        assertThat(submission).isWaitingAtExactly("Task_PrepareCarrierRequest");

        says.add("DECLINED");
        send("BMC", "POLICY_CHANGE");
        engine.runJob("Task_SubmitToCarrier");
        assertThat(submission).isEnded().hasPassed("EndEvent_CarrierDeclined");
    }

    @Test
    void endsQuotedWithoutComparing() {
        ProcessInstance submission = prepared("SR-2026-000004", "ENDT_COVERAGE_LIMIT", "LNI", "QUOTED");

        assertThat(submission)
                .isEnded()
                .hasPassed("EndEvent_PriceQuoted")
                .hasNotPassed("Task_CompareIssuedWithRequested");
    }

    @Test
    void aPersonEntersItAtTheWebsite() {
        ProcessInstance submission = started("SR-2026-000005", "ENDT_ADDRESS");
        send("CLI", "POLICY_CHANGE");
        assertThat(submission).isWaitingAtExactly("Task_EnterInPortal");

        says.add("CONFIRMED");
        engine.complete("Task_EnterInPortal", Map.of("writtenAnswer", "CONFIRMED"));
        assertThat(submission).isEnded().hasPassed("EndEvent_CarrierConfirmed");
    }

    @Test
    void waitsForTheCarriersAnswer() {
        ProcessInstance submission = prepared("SR-2026-000006", "ENDT_DRIVER", "BMC", "WAITING");
        engine.correlate("carrier-answered", "SR-2026-000006", Map.of("carrierSays", "CONFIRMED"));

        assertThat(submission).isEnded().hasPassedInOrder("Event_CarrierAnswered", "EndEvent_CarrierConfirmed");
    }

    @Test
    void aPersonReadsWhatTheCarrierWrites() {
        ProcessInstance submission = prepared("SR-2026-000007", "CANCEL_REQUEST", "BMC", "WAITING");
        engine.correlate(RequestMessages.CARRIER_WROTE, "SR-2026-000007", Map.of());
        says.add("WAITING");
        engine.complete("Task_ReadCarrierAnswer", Map.of("writtenAnswer", "PENDING"));
        assertThat(submission).as("it waits on").hasPassed("Task_ReadCarrierAnswer");

        engine.correlate(RequestMessages.CARRIER_WROTE, "SR-2026-000007", Map.of());
        says.add("CONFIRMED");
        engine.complete("Task_ReadCarrierAnswer", Map.of("writtenAnswer", "CONFIRMED"));
        assertThat(submission).isEnded().hasPassed("EndEvent_CarrierConfirmed");
    }

    @Test
    void asksAgainAndHasAPersonAskAtLast() {
        ProcessInstance submission = prepared("SR-2026-000008", "ENDT_DRIVER", "BMC", "WAITING");
        Deque<Boolean> byHand = new ArrayDeque<>(List.of(false, true));
        engine.fake("askCarrierDelegate", execution -> execution.setVariable("askByHand", byHand.pop()));

        engine.fireTimer("Event_TimeToAsk");
        engine.runJob("Task_AskCarrier");
        assertThat(submission).hasNotPassed("Task_ChaseCarrier");
        engine.fireTimer("Event_TimeToAsk");
        engine.runJob("Task_AskCarrier");
        assertThat(submission).isWaitingAtExactly("Task_ChaseCarrier");

        says.add("CONFIRMED");
        engine.complete("Task_ChaseCarrier", Map.of("writtenAnswer", "CONFIRMED"));
        assertThat(submission).isEnded();
        Assertions.assertThat(byHand).isEmpty();
    }

    @Test
    void aDifferenceGoesToAPersonWhoAcceptsItOrSendsItBack() {
        engine.fake("compareIssuedWithRequestedDelegate", execution -> execution.setVariable("issuedAsAsked", false));
        ProcessInstance submission = prepared("SR-2026-000009", "ENDT_MORTGAGEE", "LNI", "CONFIRMED");
        engine.complete("Task_CheckWhatWasIssued", Map.of("issuedDecision", "BACK"));
        assertThat(submission).isWaitingAtExactly("Task_PrepareCarrierRequest");

        says.add("CONFIRMED");
        send("LNI", "POLICY_CHANGE");
        engine.runJob("Task_SubmitToCarrier");
        engine.complete("Task_CheckWhatWasIssued", Map.of("issuedDecision", "ACCEPT", "issuedNote", "Page 2"));
        assertThat(submission).isEnded().hasPassed("EndEvent_CarrierConfirmed");
    }

    private ProcessInstance prepared(String request, String workType, String carrier, String carrierSays) {
        says.add(carrierSays);
        ProcessInstance submission = started(request, workType);
        send(carrier, "CANCEL_REQUEST".equals(workType) ? "CANCELLATION" : "POLICY_CHANGE");
        engine.runJob("Task_SubmitToCarrier");
        return submission;
    }

    private static ProcessInstance started(String request, String workType) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "workType", workType,
                "queue", "account-managers",
                "priority", "P3",
                "slaDueAt", "2026-11-24T10:00:00",
                "lineOfBusiness", "GL"));
        ProcessInstance submission = engine.start(request, variables);
        engine.runJob("Task_ReadPolicy");
        return submission;
    }

    private static void send(String carrier, String operation) {
        engine.complete(
                "Task_PrepareCarrierRequest",
                Map.of("carrierDecision", "SEND", "carrier", carrier, "carrierOperation", operation));
    }
}

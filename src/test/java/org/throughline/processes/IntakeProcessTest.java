package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.platform.engine.TransientVariables;

class IntakeProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("intake");

    private static final Map<String, Object> ITEM = Map.of("inboundItemId", "IN-2026-000001", "channel", "EMAIL");

    private static JavaDelegate found(String topic, double probability) {
        return found(topic, probability, "NONE");
    }

    private static JavaDelegate found(String topic, double probability, String assistantOpinion) {
        return execution -> {
            execution.setVariable("disposition", "NEW_WORK");
            execution.setVariable("earlierRequest", "");
            execution.setVariable("earlierWorkType", "");
            TransientVariables.set(
                    execution,
                    Map.of(
                            "mark",
                            "NONE",
                            "topic",
                            topic,
                            "probability",
                            probability,
                            "margin",
                            probability,
                            "agreement",
                            true,
                            "familiarity",
                            0.8,
                            "assistantOpinion",
                            assistantOpinion,
                            "hazardSuspected",
                            false,
                            "senderRole",
                            "AUTHORIZED_CONTACT"));
        };
    }

    @BeforeEach
    void noAssistant() {
        engine.bean("assistantSwitch", new Switch(false));
    }

    /** Stands for the bean that says whether a model outside is set up. */
    public record Switch(boolean isOn) {}

    private static JavaDelegate asking(String... asks) {
        return execution -> {
            execution.setVariable("asks", String.join(",", asks));
            execution.setVariable("askCount", asks.length);
        };
    }

    @Test
    void asksTheAssistantBeforeItReadsWhereOneIsSetUp() {
        engine.bean("assistantSwitch", new Switch(true));
        engine.fake("askAssistantDelegate", execution -> execution.setVariable("asked", true));
        engine.fake("readItemDelegate", found("CERTIFICATE", 0.95, "DISAGREES"));
        engine.fake("splitItemDelegate", asking("asked"));
        engine.passing("openRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000011", ITEM);
        engine.runJob("StartEvent_ItemReceived");
        assertThat(intake).isWaitingAtExactly("Task_AskAssistant");
        engine.runJob("Task_AskAssistant");
        assertThat(intake).isWaitingAtExactly("Task_AskAssistant");
        engine.runJob("Task_AskAssistant");

        assertThat(intake)
                .isEnded()
                .hasPassedInOrder("Task_AskAssistant", "Task_ReadItem", "Task_ClassifyItem")
                .variables()
                .containsEntry("asked", true)
                .containsEntry("workType", "CERT_LIABILITY")
                .containsEntry("classification", "SUGGEST");
    }

    @Test
    void opensARequestForEachThingAsked() {
        List<Object> opened = new ArrayList<>();
        engine.fake("readItemDelegate", found("CERTIFICATE", 0.95));
        engine.fake("splitItemDelegate", asking("CERT_LIABILITY", "ID_CARD", "PAYMENT"));
        engine.fake("openRequestDelegate", execution -> opened.add(execution.getVariable("loopCounter")));

        ProcessInstance intake = engine.start("IN-2026-000005", ITEM);
        engine.runJob("StartEvent_ItemReceived");

        assertThat(intake).isEnded().hasPassed("EndEvent_RequestOpened");
        org.assertj.core.api.Assertions.assertThat(opened).containsExactly(0, 1, 2);
    }

    @Test
    void opensARequestWhereTheRulesAreCertain() {
        engine.fake("readItemDelegate", found("CERTIFICATE", 0.95));
        engine.fake("splitItemDelegate", asking("asked"));
        engine.passing("openRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000001", ITEM);
        assertThat(intake).isWaitingAtExactly("StartEvent_ItemReceived");
        engine.runJob("StartEvent_ItemReceived");

        assertThat(intake)
                .isEnded()
                .hasPassedInOrder(
                        "Task_ReadItem",
                        "Task_ClassifyItem",
                        "Task_SplitItem",
                        "Task_OpenRequest",
                        "EndEvent_RequestOpened")
                .variables()
                .containsEntry("workType", "CERT_LIABILITY")
                .containsEntry("classification", "AUTO");
    }

    @Test
    void asksAPersonWhereTheyAreNot() {
        engine.fake("readItemDelegate", found("NONE", 0.0));
        inTriage();
        engine.fake("splitItemDelegate", asking("asked"));
        engine.passing("openRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000002", ITEM);
        engine.runJob("StartEvent_ItemReceived");
        assertThat(intake).isWaitingAtExactly("Task_TriageItem");
        engine.complete("Task_TriageItem", Map.of("workType", "BILLING_INQUIRY", "triageDecision", "OPEN"));

        assertThat(intake)
                .isEnded()
                .hasPassed("EndEvent_RequestOpened")
                .variables()
                .containsEntry("workType", "BILLING_INQUIRY")
                .containsEntry("inTriage", true);
    }

    private static void inTriage() {
        engine.bean("triageListener", (ExecutionListener) execution -> execution.setVariable("inTriage", true));
        engine.bean("triageDecidedListener", (TaskListener) task -> task.setVariable("decisionKept", true));
    }

    @Test
    void mergesAnItemWhereThePersonSaysSo() {
        engine.fake("readItemDelegate", found("NONE", 0.0));
        inTriage();
        engine.passing("attachToRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000008", ITEM);
        engine.runJob("StartEvent_ItemReceived");
        engine.complete("Task_TriageItem", Map.of("triageDecision", "MERGE", "requestNumber", "SR-2026-000004"));

        assertThat(intake)
                .isEnded()
                .hasPassedInOrder("Task_TriageItem", "Task_AttachToRequest", "EndEvent_ItemAttached")
                .variables()
                .containsEntry("decisionKept", true);
    }

    @Test
    void waitsInTriageAgainWhenTheSenderIsAsked() {
        engine.fake("readItemDelegate", found("NONE", 0.0));
        inTriage();
        engine.fake("splitItemDelegate", asking("asked"));
        engine.passing("askSenderDelegate", "sendQuestionDelegate", "openRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000009", ITEM);
        engine.runJob("StartEvent_ItemReceived");
        engine.complete("Task_TriageItem", Map.of("triageDecision", "ASK", "question", "Which car is it?"));
        assertThat(intake).isWaitingAtExactly("Task_SendQuestion");
        engine.runJob("Task_SendQuestion");
        assertThat(intake).isWaitingAtExactly("Task_TriageItem");
        engine.complete("Task_TriageItem", Map.of("triageDecision", "OPEN", "workType", "ID_CARD"));

        assertThat(intake).isEnded().hasPassed("EndEvent_RequestOpened");
    }

    @Test
    void givesAnAnswerToTheItemThatWaitsInTriage() {
        engine.fake("readItemDelegate", execution -> execution.setVariable("disposition", "WAITING_ITEM"));
        engine.passing("attachToWaitingItemDelegate");

        ProcessInstance intake = engine.start("IN-2026-000010", ITEM);
        engine.runJob("StartEvent_ItemReceived");

        assertThat(intake).isEnded().hasPassed("EndEvent_AnswerAttached");
    }

    @Test
    void attachesAnAnswerToItsOpenRequest() {
        engine.fake("readItemDelegate", execution -> execution.setVariable("disposition", "OPEN_REQUEST"));
        engine.passing("attachToRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000003", ITEM);
        engine.runJob("StartEvent_ItemReceived");

        assertThat(intake).isEnded().hasPassed("EndEvent_ItemAttached");
    }

    @Test
    void raisesTheOpenRequestOfAClientWhoAsksAgain() {
        engine.fake("readItemDelegate", execution -> {
            found("CERTIFICATE", 0.95).execute(execution);
            execution.setVariable("earlierRequest", "SR-2026-000007");
            execution.setVariable("earlierWorkType", "CERT_LIABILITY");
        });
        engine.passing("raisePriorityDelegate", "attachToRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000006", ITEM);
        engine.runJob("StartEvent_ItemReceived");

        assertThat(intake)
                .isEnded()
                .hasPassedInOrder("Task_ClassifyItem", "Task_RaisePriority", "Task_AttachToRequest");
    }

    @Test
    void opensARequestWhereTheEarlierOneIsOtherWork() {
        engine.fake("readItemDelegate", execution -> {
            found("CERTIFICATE", 0.95).execute(execution);
            execution.setVariable("earlierRequest", "SR-2026-000007");
            execution.setVariable("earlierWorkType", "PAYMENT");
        });
        engine.fake("splitItemDelegate", asking("asked"));
        engine.passing("openRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000007", ITEM);
        engine.runJob("StartEvent_ItemReceived");

        assertThat(intake).isEnded().hasPassed("EndEvent_RequestOpened");
    }

    @Test
    void readsAgainWhereNobodyCanTellYetWhoTheSenderIs() {
        List<String> dispositions = new ArrayList<>(List.of("UNKNOWN_YET", "UNKNOWN_YET", "OPEN_REQUEST"));
        engine.bean("clientIndexPause", new Pause("PT2S"));
        engine.fake("readItemDelegate", execution -> execution.setVariable("disposition", dispositions.remove(0)));
        engine.passing("attachToRequestDelegate");

        ProcessInstance intake = engine.start("IN-2026-000012", ITEM);
        engine.runJob("StartEvent_ItemReceived");
        assertThat(intake).isWaitingAtExactly("Event_TimeToReadAgain");
        engine.fireTimer("Event_TimeToReadAgain");
        engine.fireTimer("Event_TimeToReadAgain");

        assertThat(intake).isEnded().hasPassed("EndEvent_ItemAttached");
    }

    /** Stands for the bean that says how long an item waits. */
    public record Pause(String next) {}

    @Test
    void showsARefusedItemToAPersonAfterItsSenderWasTold() {
        engine.fake("readItemDelegate", execution -> execution.setVariable("disposition", "REFUSED"));
        engine.passing("sendRefusalDelegate");

        ProcessInstance intake = engine.start("IN-2026-000004", ITEM);
        engine.runJob("StartEvent_ItemReceived");
        engine.runJob("Task_SendRefusal");
        engine.complete("Task_ReviewRefusedItem", Map.of("reviewNote", "Called the sender."));

        assertThat(intake).isEnded().hasPassed("EndEvent_RefusedItemReviewed");
    }
}

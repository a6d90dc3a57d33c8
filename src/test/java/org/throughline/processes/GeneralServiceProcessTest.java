package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class GeneralServiceProcessTest {

    @RegisterExtension
    static final TestEngine engine =
            TestEngine.of("general-service").stubbing("missing-information", "draft-review", "carrier-submission");

    private static Map<String, Object> request(String workType, String clientId) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "workType",
                workType,
                "queue",
                "account-managers",
                "priority",
                "P1",
                "slaDueAt",
                "2026-11-24T10:00:00"));
        variables.put("clientId", clientId);
        return variables;
    }

    @Test
    void notesInTheAmsWhatWasDoneForAKnownClient() {
        engine.passing("planNoteDelegate");

        ProcessInstance service = engine.start("SR-2026-000001", request("ENDT_DRIVER", "20013"));
        Assertions.assertThat(engine.task("Task_CarryOutRequest").getPriority()).isEqualTo(100);
        engine.complete(
                "Task_CarryOutRequest", Map.of("decision", "DONE", "completionEvidence", "Carrier confirmation 4711"));

        assertThat(service)
                .isEnded()
                .hasPassedInOrder("Task_ChooseChecklist", "Task_PlanNote", "EndEvent_RequestCarriedOut");
        assertThat(service)
                .variables()
                .hasEntrySatisfying(
                        "checklist",
                        list -> Assertions.assertThat((String) list).contains("date of birth"));
    }

    @Test
    void plansNoNoteWhereNoClientIsKnown() {
        ProcessInstance service = engine.start("SR-2026-000002", request("LEAD", ""));
        engine.complete("Task_CarryOutRequest", Map.of("decision", "DONE"));

        assertThat(service).isEnded().hasNotPassed("Task_PlanNote").hasPassed("EndEvent_RequestCarriedOut");
    }

    @Test
    void comesBackToThePersonAfterAQuestionALetterAndAnotherQueue() {
        engine.passing("missing-information", "draft-review");
        engine.fake("carrier-submission", execution -> execution.setVariable("completionEvidence", "E-4711"));

        ProcessInstance service = engine.start("SR-2026-000003", request("ENDT_VEHICLE", "20011"));
        engine.complete("Task_CarryOutRequest", Map.of("decision", "ASK", "question", "- VIN"));
        engine.complete("Task_CarryOutRequest", Map.of("decision", "REPLY", "draftText", "Thank you."));
        engine.complete("Task_CarryOutRequest", Map.of("decision", "SUBMIT"));
        assertThat(service).variables().containsEntry("completionEvidence", "E-4711");
        engine.complete("Task_CarryOutRequest", Map.of("decision", "REROUTE", "queue", "producers"));

        assertThat(service)
                .isWaitingAtExactly("Task_CarryOutRequest")
                .hasPassedInOrder("Call_AskForMissingInformation", "Call_ReviewReply", "Call_SubmitToACarrier");
        Assertions.assertThat(engine.engine()
                        .getTaskService()
                        .createTaskQuery()
                        .taskCandidateGroup("producers")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void declinesWithAReviewedText() {
        engine.passing("draft-review");

        ProcessInstance service = engine.start("SR-2026-000004", request("COVERAGE_QUESTION", "20011"));
        engine.complete("Task_CarryOutRequest", Map.of("decision", "DECLINE"));

        assertThat(service).isEnded().hasPassedInOrder("Call_ReviewDeclination", "EndEvent_RequestDeclined");
    }

    @Test
    void closesWhatIsNoWork() {
        ProcessInstance service = engine.start("SR-2026-000005", request("UNCLASSIFIED", ""));
        engine.complete("Task_CarryOutRequest", Map.of("decision", "NOT_WORK"));

        assertThat(service).isEnded().hasPassed("EndEvent_NotWork");
    }
}

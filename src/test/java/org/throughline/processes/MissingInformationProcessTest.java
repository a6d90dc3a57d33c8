package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.throughline.request.RequestMessages;

class MissingInformationProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("missing-information");

    private static final Map<String, Object> BY_MAIL = Map.of(
            "replyTo",
            "denise@okaforplumbing.example",
            "queue",
            "account-managers",
            "priority",
            "P3",
            "slaDueAt",
            "2026-11-24T10:00:00");

    @Test
    void goesOnWhenTheClientAnswers() {
        engine.fake("writeQuestionDelegate", execution -> execution.setVariable("reminders", 0));
        engine.passing("sendLetterDelegate");

        ProcessInstance asking = engine.start("SR-2026-000001", BY_MAIL);
        engine.runJob("Task_SendLetter");
        engine.correlate(RequestMessages.CLIENT_ANSWERED, "SR-2026-000001", Map.of("latestItemId", "IN-2026-000002"));

        assertThat(asking).isEnded().hasPassed("EndEvent_QuestionAnswered");
    }

    @Test
    void remindsTwiceAndThenEndsWithoutAnAnswer() {
        engine.fake("writeQuestionDelegate", execution -> execution.setVariable("reminders", 0));
        engine.fake(
                "writeReminderDelegate",
                execution -> execution.setVariable("reminders", (int) execution.getVariable("reminders") + 1));
        engine.passing("sendLetterDelegate");

        ProcessInstance asking = engine.start("SR-2026-000002", BY_MAIL);
        for (int letter = 0; letter < 3; letter++) {
            engine.runJob("Task_SendLetter");
            engine.fireTimer("Event_TwoDaysPassed");
        }

        assertThat(asking).isEnded().hasPassed("EndEvent_NoAnswer").variables().containsEntry("reminders", 2);
    }

    @Test
    void hasAPersonAskByPhoneWhereNoAddressIsKnown() {
        ProcessInstance asking = engine.start(
                "SR-2026-000003",
                Map.of(
                        "replyTo",
                        "",
                        "queue",
                        "account-managers",
                        "priority",
                        "P3",
                        "slaDueAt",
                        "2026-11-24T10:00:00"));
        assertThat(asking).isWaitingAtExactly("Task_AskByPhone");

        engine.complete("Task_AskByPhone", Map.of("answer", "Holder is Bayline Properties LLC"));
        assertThat(asking).isEnded().hasPassed("EndEvent_ClientAskedByPhone");
    }
}

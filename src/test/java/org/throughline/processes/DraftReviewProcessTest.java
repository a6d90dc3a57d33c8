package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class DraftReviewProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("draft-review");

    private static final Map<String, Object> REQUEST =
            Map.of("queue", "account-managers", "priority", "P3", "slaDueAt", "2026-11-24T10:00:00");

    @Test
    void sendsATextThatAPersonApproved() {
        engine.passing("writeReplyDelegate", "sendLetterDelegate");

        ProcessInstance review = engine.start("SR-2026-000001", REQUEST);
        engine.complete("Task_ReviewDraft", Map.of("draftDecision", "SEND"));
        engine.runJob("Task_SendLetter");

        assertThat(review).isEnded().hasPassedInOrder("Task_WriteReply", "Task_SendLetter", "EndEvent_DraftSent");
    }

    @Test
    void sendsNothingThatAPersonRejected() {
        ProcessInstance review = engine.start("SR-2026-000002", REQUEST);
        engine.complete("Task_ReviewDraft", Map.of("draftDecision", "REJECT"));

        assertThat(review).isEnded().hasPassed("EndEvent_DraftRejected").hasNotPassed("Task_SendLetter");
    }
}

package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class MessageToRequesterProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("message-to-requester");

    @Test
    void sendsTheLetterInAStepOfItsOwn() {
        engine.passing("sendLetterDelegate");

        ProcessInstance message = engine.start("MSG-SR-2026-000001", Map.of("requestNumber", "SR-2026-000001"));
        assertThat(message).isWaitingAt("Task_SendLetter");
        engine.runJob("Task_SendLetter");

        assertThat(message).isEnded().hasPassed("EndEvent_MessageSent");
    }
}

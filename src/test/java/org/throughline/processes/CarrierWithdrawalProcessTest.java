package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class CarrierWithdrawalProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("carrier-withdrawal");

    @Test
    void takesTheSubmissionBackInAStepOfItsOwn() {
        ProcessInstance withdrawal = started("SR-2026-000001.3", true);

        assertThat(withdrawal).isEnded().hasPassed("EndEvent_SubmissionTakenBack");
    }

    @Test
    void hasAPersonTellACarrierThatHasDecided() {
        ProcessInstance withdrawal = started("SR-2026-000002.3", false);
        assertThat(withdrawal).isWaitingAt("Task_TellCarrier");

        engine.complete("Task_TellCarrier", Map.of("withdrawalNote", "Ann reverses it today."));
        assertThat(withdrawal).isEnded().hasPassed("EndEvent_CarrierTold");
    }

    @Test
    void hasAPersonTellACarrierThatIsReachedAtItsWebsite() {
        ProcessInstance withdrawal = engine.start(
                "WDR-SR-2026-000003", Map.of("withdrawal", "", "queue", "account-managers", "priority", "P3"));

        assertThat(withdrawal).isWaitingAt("Task_TellCarrier").hasNotPassed("Task_TakeBackSubmission");
    }

    private static ProcessInstance started(String write, boolean takenBack) {
        engine.fake("takeBackSubmissionDelegate", execution -> execution.setVariable("takenBack", takenBack));
        ProcessInstance withdrawal = engine.start(
                "WDR-" + write, Map.of("withdrawal", write, "queue", "account-managers", "priority", "P3"));
        assertThat(withdrawal).isWaitingAt("Task_TakeBackSubmission");
        engine.runJob("Task_TakeBackSubmission");
        return withdrawal;
    }
}

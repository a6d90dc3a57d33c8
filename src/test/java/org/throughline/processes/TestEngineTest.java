package org.throughline.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.throughline.processes.ProcessAssertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class TestEngineTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("order-lunch", Path.of("src/test/resources/testmodels/good"))
            .stubbing("deliver-lunch")
            .allowing("EndEvent_LunchDeclined", "the self-test leaves one gap on purpose");

    @Test
    void movesAnInstanceFromWaitStateToWaitState() {
        engine.fake("orderLunchDelegate", execution -> execution.setVariable("ordered", true));
        engine.fake("deliver-lunch", execution -> execution.setVariable("deliveredTo", "desk"));

        ProcessInstance lunch = engine.start("LUNCH-1", Map.of("hungry", true));
        assertThat(lunch).isWaitingAtExactly("Task_OrderLunch").isNotEnded();

        engine.runJob("Task_OrderLunch");
        assertThat(lunch).hasPassed("Task_OrderLunch").isWaitingAt("Task_EatLunch");

        engine.complete("Task_EatLunch", Map.of("tasty", true));
        assertThat(lunch)
                .isEnded()
                .hasPassedInOrder("Task_OrderLunch", "Call_DeliverLunch", "Task_EatLunch", "EndEvent_LunchEaten")
                .hasNotPassed("EndEvent_LunchDeclined")
                .variables()
                .containsEntry("ordered", true)
                .containsEntry("deliveredTo", "desk")
                .containsEntry("tasty", true);
    }

    @Test
    void firesATimerAndCorrelatesAMessage() {
        engine.passing("orderLunchDelegate");
        ProcessInstance late = engine.start("LUNCH-2", Map.of("hungry", true));
        engine.runJobs();

        engine.fireTimer("Event_OneHourPassed");
        assertThat(late).isEnded().hasPassed("EndEvent_LunchCold");

        ProcessInstance canceled = engine.start("LUNCH-3", Map.of("hungry", true));
        engine.correlate("lunch-canceled", "LUNCH-3", Map.of());
        assertThat(canceled).isEnded().hasPassed("EndEvent_LunchCanceled");
    }

    @Test
    void saysWhichFakeIsMissing() {
        engine.start("LUNCH-4", Map.of("hungry", true));

        assertThatThrownBy(() -> engine.runJob("Task_OrderLunch"))
                .hasStackTraceContaining("engine.fake(\"orderLunchDelegate\"");
    }

    @Test
    void failsWhereTheInstanceIsNot() {
        ProcessInstance lunch = engine.start("LUNCH-5", Map.of("hungry", true));

        assertThatThrownBy(() -> assertThat(lunch).isWaitingAt("Task_EatLunch"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Task_OrderLunch");
        assertThatThrownBy(() -> engine.complete("Task_EatLunch", Map.of()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("exactly one user task at Task_EatLunch");
    }

    @Test
    void namesTheFlowNodesThatNobodyVisited() {
        assertThat(engine.unvisited()).contains("EndEvent_LunchDeclined");
    }
}

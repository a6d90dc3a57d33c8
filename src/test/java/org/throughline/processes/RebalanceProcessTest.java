package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.runtime.ProcessInstance;

/** Work of somebody who is away moves in portions until none is left. */
class RebalanceProcessTest {

    @RegisterExtension
    static TestEngine engine = TestEngine.of("rebalance");

    @Test
    void comesBackUntilNoTaskIsLeft() {
        Deque<Boolean> answers = new ArrayDeque<>(List.of(true, true, false));
        engine.fake(
                "moveTasksDelegate", (JavaDelegate) execution -> execution.setVariable("tasksLeft", answers.remove()));

        ProcessInstance run = engine.start("run-1", Map.of("rebalanceId", "run-1"));
        for (int portion = 0; portion < 3; portion++) {
            assertThat(run).isWaitingAt("Task_MoveTasks");
            engine.runJob("Task_MoveTasks");
        }

        Assertions.assertThat(answers).isEmpty();
        assertThat(run).hasPassed("EndEvent_WorkRebalanced").isEnded();
    }
}

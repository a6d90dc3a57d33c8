package org.throughline.processes;

import static org.throughline.processes.ProcessAssertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.operaton.bpm.engine.runtime.ProcessInstance;

class AmsWriteProcessTest {

    @RegisterExtension
    static final TestEngine engine = TestEngine.of("ams-write");

    @Test
    void endsAtOnceWhereNothingIsLeft() {
        engine.fake("findWritesLeftDelegate", execution -> execution.setVariable("progress", "NONE"));

        ProcessInstance writing = engine.start("SR-2026-000003", Map.of("requestNumber", "SR-2026-000003"));

        assertThat(writing).isEnded().hasPassed("EndEvent_AmsInStep");
    }

    @Test
    void writesUntilNothingIsLeft() {
        Deque<String> progress = new ArrayDeque<>(List.of("MORE", "MORE", "NONE"));
        engine.fake("findWritesLeftDelegate", execution -> execution.setVariable("progress", progress.pop()));
        engine.passing("writeToAmsDelegate");

        ProcessInstance writing = engine.start("SR-2026-000001", Map.of("requestNumber", "SR-2026-000001"));
        engine.runJob("Task_WriteToAms");
        assertThat(writing).isWaitingAtExactly("Task_WriteToAms");

        engine.runJob("Task_WriteToAms");
        assertThat(writing).isEnded().hasPassed("EndEvent_AmsInStep");
        Assertions.assertThat(progress).isEmpty();
    }

    @Test
    void asksAPersonAboutARefusedRecordAndTriesAgain() {
        Deque<String> progress = new ArrayDeque<>(List.of("REFUSED", "MORE", "NONE"));
        engine.fake("findWritesLeftDelegate", execution -> execution.setVariable("progress", progress.pop()));
        engine.passing("writeToAmsDelegate");
        engine.passing("settleRefusedWriteDelegate");

        ProcessInstance writing = engine.start("SR-2026-000002", Map.of("requestNumber", "SR-2026-000002"));
        assertThat(writing).isWaitingAtExactly("Task_ResolveRefusedWrite");

        engine.complete("Task_ResolveRefusedWrite", Map.of("conflictDecision", "RETRY"));
        engine.runJob("Task_WriteToAms");
        assertThat(writing).isEnded().hasPassed("Task_SettleRefusedWrite");
    }

    @Test
    void asksAPersonAboutAConflictAndGoesOnAsTheyDecide() {
        Deque<String> progress = new ArrayDeque<>(List.of("CONFLICT", "CONFLICT", "MORE", "NONE"));
        engine.fake("findWritesLeftDelegate", execution -> execution.setVariable("progress", progress.pop()));
        engine.passing("writeToAmsDelegate");
        engine.passing("settleConflictDelegate");

        ProcessInstance writing = engine.start("SR-2026-000004", Map.of("requestNumber", "SR-2026-000004"));
        assertThat(writing).isWaitingAtExactly("Task_ResolveConflict");
        engine.complete("Task_ResolveConflict", Map.of("conflictDecision", "OURS", "conflictReason", "Called her"));
        assertThat(writing).isWaitingAtExactly("Task_ResolveConflict");

        engine.complete("Task_ResolveConflict", Map.of("conflictDecision", "OURS", "conflictReason", "Called again"));
        engine.runJob("Task_WriteToAms");
        assertThat(writing).isEnded().hasPassed("Task_SettleConflict", "EndEvent_AmsInStep");
    }
}

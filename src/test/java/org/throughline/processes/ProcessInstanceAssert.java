package org.throughline.processes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.MapAssert;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.history.HistoricActivityInstance;
import org.operaton.bpm.engine.history.HistoricVariableInstance;
import org.operaton.bpm.engine.runtime.ActivityInstance;
import org.operaton.bpm.engine.runtime.ProcessInstance;
import org.operaton.bpm.engine.runtime.TransitionInstance;

/** Asserts where a process instance stands and which way it came; reads runtime and history afresh at every call. */
public final class ProcessInstanceAssert extends AbstractAssert<ProcessInstanceAssert, ProcessInstance> {

    private final ProcessEngine engine;

    ProcessInstanceAssert(ProcessEngine engine, ProcessInstance instance) {
        super(instance, ProcessInstanceAssert.class);
        this.engine = engine;
    }

    /** Waits at all of these flow nodes, perhaps at others too; asynchronous steps before their job count. */
    public ProcessInstanceAssert isWaitingAt(String... flowNodeIds) {
        Assertions.assertThat(waitingAt()).as("where the instance waits").contains(flowNodeIds);
        return this;
    }

    /** Waits at these flow nodes and nowhere else. */
    public ProcessInstanceAssert isWaitingAtExactly(String... flowNodeIds) {
        Assertions.assertThat(waitingAt()).as("where the instance waits").containsExactlyInAnyOrder(flowNodeIds);
        return this;
    }

    public ProcessInstanceAssert isNotWaitingAt(String... flowNodeIds) {
        Assertions.assertThat(waitingAt()).as("where the instance waits").doesNotContain(flowNodeIds);
        return this;
    }

    /** Has completed all of these flow nodes at least once. */
    public ProcessInstanceAssert hasPassed(String... flowNodeIds) {
        Assertions.assertThat(passed()).as("what the instance has passed").contains(flowNodeIds);
        return this;
    }

    /** Has completed these flow nodes one after the other, perhaps with others between them. */
    public ProcessInstanceAssert hasPassedInOrder(String... flowNodeIds) {
        Assertions.assertThat(passed()).as("what the instance has passed").containsSubsequence(flowNodeIds);
        return this;
    }

    public ProcessInstanceAssert hasNotPassed(String... flowNodeIds) {
        Assertions.assertThat(passed()).as("what the instance has passed").doesNotContain(flowNodeIds);
        return this;
    }

    public ProcessInstanceAssert isEnded() {
        Assertions.assertThat(waitingAt()).as("where the instance still waits").isEmpty();
        return this;
    }

    public ProcessInstanceAssert isNotEnded() {
        Assertions.assertThat(waitingAt()).as("where the instance waits").isNotEmpty();
        return this;
    }

    /** The instance's own variables, also after its end. */
    public MapAssert<String, Object> variables() {
        Map<String, @Nullable Object> variables = new HashMap<>();
        for (HistoricVariableInstance variable : engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(actual.getId())
                .list()) {
            if (actual.getId().equals(variable.getActivityInstanceId())) {
                variables.put(variable.getName(), variable.getValue());
            }
        }
        return Assertions.assertThat(variables).as("variables");
    }

    Set<String> waitingAt() {
        Set<String> waiting = new TreeSet<>();
        ActivityInstance tree = engine.getRuntimeService().getActivityInstance(actual.getId());
        if (tree != null) {
            collect(tree, waiting);
        }
        return waiting;
    }

    private static void collect(ActivityInstance node, Set<String> waiting) {
        for (TransitionInstance transition : node.getChildTransitionInstances()) {
            waiting.add(transition.getActivityId());
        }
        for (ActivityInstance child : node.getChildActivityInstances()) {
            waiting.add(child.getActivityId());
            collect(child, waiting);
        }
    }

    private List<String> passed() {
        return engine
                .getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(actual.getId())
                .finished()
                .orderPartiallyByOccurrence()
                .asc()
                .list()
                .stream()
                .filter(activity -> !activity.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .toList();
    }
}

package org.throughline.intake.process;

import java.util.Map;
import org.operaton.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;
import org.throughline.intake.ItemDecisions;
import org.throughline.platform.engine.AsSystem;

/** Decides in the engine, whose history then holds table, version, inputs and outputs beside the running process. */
@Component
class RecordedDecisions implements ItemDecisions {

    private final DecisionService decisions;
    private final AsSystem system;

    RecordedDecisions(DecisionService decisions, AsSystem system) {
        this.decisions = decisions;
        this.system = system;
    }

    @Override
    public Map<String, Object> decide(String decision, Map<String, Object> facts) {
        return system.call(() -> decisions
                .evaluateDecisionByKey(decision)
                .variables(facts)
                .evaluate()
                .getSingleResult()
                .getEntryMap());
    }
}

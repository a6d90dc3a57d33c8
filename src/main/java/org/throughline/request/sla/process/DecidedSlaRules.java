package org.throughline.request.sla.process;

import java.util.Map;
import org.operaton.bpm.engine.DecisionService;
import org.operaton.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.request.sla.SlaClock;
import org.throughline.request.sla.SlaRules;

/** Decides in the engine, whose history then holds table, version, inputs and outputs beside the running process. */
@Component
class DecidedSlaRules implements SlaRules {

    private static final String TABLE = "sla-clock";
    private static final String NOBODY = "NONE";

    private final DecisionService decisions;
    private final AsSystem system;

    /** The engine's own plugin asks these rules, so its services come later than they. */
    DecidedSlaRules(@Lazy DecisionService decisions, @Lazy IdentityService identity) {
        this.decisions = decisions;
        this.system = new AsSystem(identity);
    }

    @Override
    public SlaClock clock(String priority, String workType) {
        return SlaClock.valueOf(
                String.valueOf(decide(priority, workType, NOBODY).get("clock")));
    }

    @Override
    public boolean pauses(String priority, String workType, String waitingOn) {
        return Boolean.TRUE.equals(decide(priority, workType, waitingOn).get("pauses"));
    }

    private Map<String, Object> decide(String priority, String workType, String waitingOn) {
        return system.call(() -> decisions
                .evaluateDecisionByKey(TABLE)
                .variables(Map.of("priority", priority, "workType", workType, "waitingOn", waitingOn))
                .evaluate()
                .getSingleResult()
                .getEntryMap());
    }
}

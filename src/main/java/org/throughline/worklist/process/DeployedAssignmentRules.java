package org.throughline.worklist.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.LatestDecisions;
import org.throughline.worklist.AssignmentRules;

/** Asks the deployed table {@code assignment}; the answer is kept with the task, so the engine's history keeps none. */
@Component
class DeployedAssignmentRules implements AssignmentRules {

    private static final String TABLE = "assignment";
    private static final String PUSH = "PUSH";

    private final LatestDecisions decisions;

    DeployedAssignmentRules(LatestDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public Plan of(Map<String, Object> facts) {
        Map<String, Object> plan = decisions.evaluate(TABLE, facts);
        return new Plan(
                PUSH.equals(plan.get("mode")),
                String.valueOf(plan.getOrDefault("skill", "")),
                plan.get("minutes") instanceof Number minutes ? minutes.intValue() : 0,
                Boolean.TRUE.equals(plan.get("keepWithOwner")));
    }

    @Override
    public boolean isPartnerAllowed(Map<String, Object> facts) {
        return Boolean.TRUE.equals(decisions.evaluate(TABLE, facts).get("partnerAllowed"));
    }
}

package org.throughline.triage.process;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.LatestDecisions;
import org.throughline.triage.Decisions;

/** The decisions as they are deployed now. */
@Component
class DeployedDecisions implements Decisions {

    private final LatestDecisions latest;

    DeployedDecisions(LatestDecisions latest) {
        this.latest = latest;
    }

    @Override
    public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
        return latest.evaluate(decision, facts);
    }
}

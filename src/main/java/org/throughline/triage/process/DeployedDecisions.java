package org.throughline.triage.process;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.throughline.triage.Decisions;

/**
 * Evaluates the latest deployed tables in an engine of its own: the process engine's decision service would write each
 * evaluation into the history. A parsed table is kept per deployed version.
 */
@Component
class DeployedDecisions implements Decisions {

    private static final int KEPT = 200;

    private final RepositoryService repository;
    private final DmnEngine engine =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();

    DeployedDecisions(RepositoryService repository) {
        this.repository = repository;
    }

    @Override
    public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
        DmnDecisionResult result = engine.evaluateDecision(latest(decision), Variables.fromMap(facts));
        if (result.isEmpty()) {
            throw new IllegalStateException("No rule of the decision " + decision + " matched the facts.");
        }
        return result.getSingleResult().getEntryMap();
    }

    private DmnDecision latest(String key) {
        DecisionDefinition definition =
                repository.createDecisionDefinitionQuery().decisionDefinitionKey(key).latestVersion().list().stream()
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("The decision " + key + " is not deployed."));
        if (parsed.size() > KEPT) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(
                definition.getId(),
                id -> engine.parseDecision(
                        key,
                        repository.getResourceAsStream(definition.getDeploymentId(), definition.getResourceName())));
    }
}

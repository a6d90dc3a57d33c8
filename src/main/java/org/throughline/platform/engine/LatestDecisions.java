package org.throughline.platform.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.throughline.platform.AgencyProfile;

/**
 * Evaluates the latest deployed tables in an engine of its own: the process engine's decision service would write each
 * evaluation into the history. A parsed table is kept per deployed version.
 */
@Component
public class LatestDecisions {

    private static final int KEPT = 200;

    private final RepositoryService repository;
    private final IdentityService identity;
    private final AgencyProfile agency;
    private final DmnEngine engine = PlainFeel.configuration().buildEngine();
    private final Map<String, DmnDecision> parsed = new ConcurrentHashMap<>();
    private final RecentDefinitions<DecisionDefinition> recent = new RecentDefinitions<>(System::nanoTime);

    public LatestDecisions(RepositoryService repository, IdentityService identity, AgencyProfile agency) {
        this.repository = repository;
        this.identity = identity;
        this.agency = agency;
    }

    /**
     * Evaluates a decision with everything it requires.
     *
     * @return its outputs by name
     * @throws IllegalStateException if there is no such decision or no rule matched
     */
    public Map<String, Object> evaluate(String decision, Map<String, Object> facts) {
        DmnDecisionResult result = engine.evaluateDecision(latest(decision), Variables.fromMap(facts));
        if (result.isEmpty()) {
            throw new IllegalStateException("No rule of the decision " + decision + " matched the facts.");
        }
        return result.getSingleResult().getEntryMap();
    }

    /** What the agency would do is for whoever may ask, whether or not they may read models. */
    private DmnDecision latest(String key) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            DecisionDefinition definition = definition(key);
            if (parsed.size() > KEPT) {
                parsed.clear();
            }
            return parsed.computeIfAbsent(
                    definition.getId(),
                    id -> engine.parseDecision(
                            key,
                            repository.getResourceAsStream(
                                    definition.getDeploymentId(), definition.getResourceName())));
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }

    /** Within a job what was read a moment ago, within a call what was read for it already, however often it asks. */
    private DecisionDefinition definition(String key) {
        String place = agency.tenant() + " " + key;
        if (DefinitionLookupPlugin.jobRuns()) {
            return recent.recall(place).orElseGet(() -> {
                DecisionDefinition read = read(key);
                recent.remember(place, read);
                return read;
            });
        }
        RequestAttributes call = RequestContextHolder.getRequestAttributes();
        if (call == null) {
            return read(key);
        }
        String name = LatestDecisions.class.getName() + " " + place;
        if (call.getAttribute(name, RequestAttributes.SCOPE_REQUEST) instanceof DecisionDefinition known) {
            return known;
        }
        DecisionDefinition read = read(key);
        call.setAttribute(name, read, RequestAttributes.SCOPE_REQUEST);
        return read;
    }

    /** The agency's own table wins over the one for all. */
    private DecisionDefinition read(String key) {
        return repository
                .createDecisionDefinitionQuery()
                .decisionDefinitionKey(key)
                .tenantIdIn(agency.tenant())
                .includeDecisionDefinitionsWithoutTenantId()
                .latestVersion()
                .list()
                .stream()
                .max(Comparator.comparing(definition -> definition.getTenantId() != null))
                .orElseThrow(() -> new IllegalStateException("The decision " + key + " is not deployed."));
    }
}

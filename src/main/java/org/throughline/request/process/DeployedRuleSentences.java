package org.throughline.request.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import org.throughline.request.RuleSentences;

/** Descriptions of rules from the deployed table; a version never changes, so it is read once. */
@Component
class DeployedRuleSentences implements RuleSentences {

    private final RepositoryService repository;
    private final IdentityService identity;
    private final Map<String, Map<String, String>> sentences = new ConcurrentHashMap<>();

    DeployedRuleSentences(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    @Override
    public Optional<String> of(String decisionDefinitionId, String ruleId) {
        return Optional.ofNullable(
                sentences.computeIfAbsent(decisionDefinitionId, this::read).get(ruleId));
    }

    /** The reason of a decision is for whoever may see the request, whether or not they may read models. */
    private Map<String, String> read(String decisionDefinitionId) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return repository.getDmnModelInstance(decisionDefinitionId).getModelElementsByType(Rule.class).stream()
                    .filter(rule -> rule.getDescription() != null)
                    .collect(Collectors.toMap(
                            Rule::getId,
                            rule -> rule.getDescription().getTextContent().strip()));
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }
}

package org.throughline.request.process;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.instance.Input;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import org.throughline.request.RuleSentences;

/** Descriptions of rules and names of inputs from the deployed table; a version never changes, so it is read once. */
@Component
class DeployedRuleSentences implements RuleSentences {

    private static final Texts NONE = new Texts(Map.of(), Map.of());

    private final RepositoryService repository;
    private final IdentityService identity;
    private final Map<String, Texts> read = new ConcurrentHashMap<>();

    DeployedRuleSentences(RepositoryService repository, IdentityService identity) {
        this.repository = repository;
        this.identity = identity;
    }

    private record Texts(Map<String, String> rules, Map<String, String> inputs) {}

    @Override
    public Optional<String> of(String decisionDefinitionId, String ruleId) {
        return Optional.ofNullable(texts(decisionDefinitionId).rules().get(ruleId));
    }

    @Override
    public Optional<String> input(String decisionDefinitionId, String clauseId) {
        return Optional.ofNullable(texts(decisionDefinitionId).inputs().get(clauseId));
    }

    private Texts texts(String decisionDefinitionId) {
        return read.computeIfAbsent(decisionDefinitionId, this::read);
    }

    /** The reason of a decision is for whoever may see the request, whether or not they may read models. */
    private Texts read(String decisionDefinitionId) {
        Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            boolean deployed = repository
                            .createDecisionDefinitionQuery()
                            .decisionDefinitionId(decisionDefinitionId)
                            .count()
                    > 0;
            return deployed ? texts(repository.getDmnModelInstance(decisionDefinitionId)) : NONE;
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }

    private static Texts texts(DmnModelInstance model) {
        Map<String, String> rules = model.getModelElementsByType(Rule.class).stream()
                .filter(rule -> rule.getDescription() != null)
                .collect(Collectors.toMap(
                        Rule::getId,
                        rule -> rule.getDescription().getTextContent().strip()));
        Map<String, String> inputs = model.getModelElementsByType(Input.class).stream()
                .filter(input -> input.getInputExpression() != null
                        && input.getInputExpression().getText() != null)
                .collect(Collectors.toMap(
                        Input::getId,
                        input -> input.getInputExpression()
                                .getText()
                                .getTextContent()
                                .strip()));
        return new Texts(rules, inputs);
    }
}

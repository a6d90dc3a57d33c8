package org.throughline.automation.process;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.operaton.bpm.model.dmn.instance.DecisionTable;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.springframework.stereotype.Component;
import org.throughline.automation.WorkTypes;
import org.throughline.platform.engine.AsSystem;

/** The work types of the catalogue table as it is deployed now; a version never changes, so each is read once. */
@Component
class DeployedWorkTypes implements WorkTypes {

    private static final String CATALOGUE = "work-type-catalogue";

    private final RepositoryService repository;
    private final AsSystem system;
    private final Map<String, Set<String>> byVersion = new ConcurrentHashMap<>();

    DeployedWorkTypes(RepositoryService repository, AsSystem system) {
        this.repository = repository;
        this.system = system;
    }

    @Override
    public boolean exists(String workType) {
        return system.call(() -> {
            @Nullable
            DecisionDefinition latest = repository
                    .createDecisionDefinitionQuery()
                    .decisionDefinitionKey(CATALOGUE)
                    .latestVersion()
                    .singleResult();
            return latest != null
                    && byVersion.computeIfAbsent(latest.getId(), this::read).contains("\"" + workType + "\"");
        });
    }

    private Set<String> read(String definitionId) {
        Set<String> types = new HashSet<>();
        repository.getDmnModelInstance(definitionId).getModelElementsByType(DecisionTable.class).stream()
                .filter(table -> CATALOGUE.equals(table.getParentElement().getAttributeValue("id")))
                .flatMap(table -> table.getRules().stream())
                .map(DeployedWorkTypes::first)
                .forEach(types::add);
        return types;
    }

    private static String first(Rule rule) {
        return rule.getInputEntries()
                .iterator()
                .next()
                .getText()
                .getTextContent()
                .strip();
    }
}

package org.throughline.reporting.replay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.IdentityService;
import org.operaton.bpm.engine.RepositoryService;
import org.operaton.bpm.engine.impl.identity.Authentication;
import org.operaton.bpm.engine.repository.DecisionDefinition;
import org.operaton.bpm.engine.repository.DecisionDefinitionQuery;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/** The decisions of the agency as they are deployed, for whoever may replay, whether or not they may read models. */
@Component
class DeployedTables {

    private final RepositoryService repository;
    private final IdentityService identity;
    private final AgencyProfile agency;

    DeployedTables(RepositoryService repository, IdentityService identity, AgencyProfile agency) {
        this.repository = repository;
        this.identity = identity;
        this.agency = agency;
    }

    /** A decision with its versions, newest first. */
    record Offered(String key, String name, List<Version> versions) {}

    /** A deployed version of a decision. */
    record Version(
            int version, String deploymentId, @Nullable String versionTag) {}

    /** A deployed file. */
    record Source(String deploymentId, String resource) {}

    List<Offered> offered() {
        return asSystem(() -> {
            Map<String, List<DecisionDefinition>> byKey = new TreeMap<>();
            ours().list()
                    .forEach(definition -> byKey.computeIfAbsent(definition.getKey(), key -> new ArrayList<>())
                            .add(definition));
            return byKey.entrySet().stream()
                    .map(entry -> offered(entry.getKey(), entry.getValue()))
                    .toList();
        });
    }

    private static Offered offered(String key, List<DecisionDefinition> definitions) {
        definitions.sort(Comparator.comparingInt(DecisionDefinition::getVersion).reversed());
        String name = definitions.get(0).getName();
        return new Offered(
                key,
                name == null ? key : name,
                definitions.stream()
                        .map(one -> new Version(one.getVersion(), one.getDeploymentId(), one.getVersionTag()))
                        .toList());
    }

    /** The file of the latest version; the agency's own wins over the one for all. */
    byte[] latest(String key) {
        return asSystem(() -> ours().decisionDefinitionKey(key).latestVersion().list().stream()
                        .max(Comparator.comparing(definition -> definition.getTenantId() != null))
                        .map(this::file))
                .orElseThrow(() -> ReplayRefused.notFound(
                        "There is no decision " + key + ". Choose one of those that " + "GET /api/decisions lists."));
    }

    byte[] version(String key, int version) {
        return asSystem(() -> ours().decisionDefinitionKey(key).decisionDefinitionVersion(version).list().stream()
                        .max(Comparator.comparing(definition -> definition.getTenantId() != null))
                        .map(this::file))
                .orElseThrow(
                        () -> ReplayRefused.notFound("The decision " + key + " has no version " + version + " here."));
    }

    byte[] deployment(String key, String deploymentId) {
        return asSystem(() -> ours().decisionDefinitionKey(key).deploymentId(deploymentId).list().stream()
                        .findFirst()
                        .map(this::file))
                .orElseThrow(() -> ReplayRefused.notFound(
                        "The deployment " + deploymentId + " brought no version of the decision " + key + "."));
    }

    /** Where a definition came from; many definitions come from one file. Empty if it is not deployed any more. */
    Optional<Source> source(String definitionId) {
        return asSystem(() -> Optional.ofNullable(repository
                        .createDecisionDefinitionQuery()
                        .decisionDefinitionId(definitionId)
                        .singleResult())
                .map(definition -> new Source(definition.getDeploymentId(), definition.getResourceName())));
    }

    byte[] file(Source source) {
        return asSystem(() -> read(source));
    }

    private DecisionDefinitionQuery ours() {
        return repository
                .createDecisionDefinitionQuery()
                .tenantIdIn(agency.tenant())
                .includeDecisionDefinitionsWithoutTenantId();
    }

    private byte[] file(DecisionDefinition definition) {
        return read(new Source(definition.getDeploymentId(), definition.getResourceName()));
    }

    private byte[] read(Source source) {
        try (InputStream file = repository.getResourceAsStream(source.deploymentId(), source.resource())) {
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private <T> T asSystem(Supplier<T> reading) {
        @Nullable Authentication caller = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return reading.get();
        } finally {
            if (caller != null) {
                identity.setAuthentication(caller);
            }
        }
    }
}

package org.throughline.reporting.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DmnDecisionImpl;
import org.operaton.bpm.engine.variable.Variables;
import org.throughline.platform.engine.PlainFeel;
import org.throughline.reporting.replay.TableFile.Table;

/**
 * The decisions as they would be with the changed file: its decisions in the place of the deployed ones of the same id,
 * the others of the graph as they are. Evaluated in an engine of its own, which keeps no history and knows no language
 * but FEEL. For one thread.
 */
final class ChangedTables {

    private final DmnEngine engine;
    private final Map<String, DmnDecision> decisions = new HashMap<>();
    private final Map<String, Table> tables;
    private final Map<String, String> reasons = new HashMap<>();
    private Map<String, Made> made = Map.of();

    /**
     * What a decision came to.
     *
     * @param rules ids of the rules that fired
     */
    record Made(List<String> rules, Map<String, @Nullable Object> outputs) {}

    private ChangedTables(TableFile deployed, TableFile changed) {
        DefaultDmnEngineConfiguration configuration = PlainFeel.configuration();
        configuration.setScriptEngineResolver(language -> {
            throw new DmnEngineException("Scripts in " + language + " are switched off.");
        });
        configuration.setElProvider(expression -> {
            throw new DmnEngineException("Expressions in other languages than FEEL are switched off.");
        });
        configuration.getCustomPostDecisionEvaluationListeners().add(this::remember);
        engine = configuration.buildEngine();
        tables = new LinkedHashMap<>(deployed.decisions());
        tables.putAll(changed.decisions());
        reasons.putAll(deployed.reasons());
        reasons.putAll(changed.reasons());
    }

    /**
     * Puts a changed file over the deployed one.
     *
     * @param key the decision that is asked about, which the changed file must have
     * @throws ReplayRefused if the decisions do not fit together
     */
    static ChangedTables of(String key, TableFile deployed, TableFile changed) {
        if (!changed.decisions().containsKey(key)) {
            throw ReplayRefused.wrong("The file has no decision " + key + ". It has "
                    + String.join(", ", changed.decisions().keySet()) + ".");
        }
        ChangedTables all = new ChangedTables(deployed, changed);
        all.parse(deployed);
        all.parse(changed);
        all.connect();
        return all;
    }

    private void parse(TableFile file) {
        try {
            engine.parseDecisions(file.model()).forEach(decision -> decisions.put(decision.getKey(), decision));
        } catch (DmnEngineException unusable) {
            throw ReplayRefused.wrong("The file cannot be run: " + unusable.getMessage());
        }
    }

    private void connect() {
        for (Table table : tables.values()) {
            List<DmnDecision> required = new ArrayList<>();
            for (String id : table.requires()) {
                DmnDecision decision = decisions.get(id);
                if (decision == null) {
                    throw ReplayRefused.wrong("The decision " + table.id() + " requires " + id
                            + ", which neither the file nor the deployed graph has.");
                }
                required.add(decision);
            }
            if (decisions.get(table.id()) instanceof DmnDecisionImpl decision) {
                decision.setRequiredDecision(required);
            }
        }
        tables.keySet().forEach(id -> refuseCircle(id, new LinkedHashSet<>()));
    }

    private Table table(String id) {
        return Objects.requireNonNull(tables.get(id));
    }

    private void refuseCircle(String id, Set<String> path) {
        if (!path.add(id)) {
            throw ReplayRefused.wrong("The decisions require each other in a circle: " + String.join(", ", path) + ".");
        }
        table(id).requires().forEach(required -> refuseCircle(required, path));
        path.remove(id);
    }

    /** Whether the graph has a decision. */
    boolean has(String key) {
        return decisions.containsKey(key);
    }

    /** The names of the variables that a decision, with everything it requires, takes from outside. */
    Set<String> needs(String key) {
        Set<String> closure = new HashSet<>();
        collect(key, closure);
        Set<String> needed = new LinkedHashSet<>();
        for (String id : closure) {
            table(id).reads().stream()
                    .filter(name -> closure.stream()
                            .noneMatch(other ->
                                    !other.equals(id) && table(other).gives().contains(name)))
                    .forEach(needed::add);
        }
        return needed;
    }

    /** What decisions read that others of the graph give, without requiring them: by name the one that gives it. */
    Map<String, String> unrequired(String key) {
        Set<String> closure = new HashSet<>();
        collect(key, closure);
        Map<String, String> unrequired = new TreeMap<>();
        for (String id : closure) {
            Set<String> below = new HashSet<>();
            collect(id, below);
            for (String name : table(id).reads()) {
                if (below.stream().noneMatch(other -> table(other).gives().contains(name))) {
                    tables.values().stream()
                            .filter(table -> table.gives().contains(name))
                            .forEach(giver -> unrequired.put(name, giver.id()));
                }
            }
        }
        return unrequired;
    }

    private void collect(String key, Set<String> closure) {
        if (closure.add(key)) {
            table(key).requires().forEach(required -> collect(required, closure));
        }
    }

    /**
     * Decides anew.
     *
     * @return what every decision came to, by its key
     * @throws DmnEngineException if the tables do not hold for these facts
     */
    Map<String, Made> evaluate(String key, Map<String, @Nullable Object> facts) {
        made = new HashMap<>();
        DmnDecision decision = decisions.get(key);
        if (decision != null) {
            engine.evaluateDecision(decision, Variables.fromMap(facts));
        }
        return made;
    }

    /** Why a rule of the changed graph says what it says. */
    @Nullable
    String reason(String rule) {
        return reasons.get(rule);
    }

    private void remember(DmnDecisionEvaluationEvent event) {
        event.getRequiredDecisionResults().forEach(this::remember);
        remember(event.getDecisionResult());
    }

    private void remember(DmnDecisionLogicEvaluationEvent result) {
        Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
        List<String> rules = new ArrayList<>();
        if (result instanceof DmnDecisionTableEvaluationEvent table) {
            table.getMatchingRules().forEach(rule -> {
                rules.add(rule.getId());
                rule.getOutputEntries()
                        .forEach((name, output) ->
                                KeptValue.add(outputs, name, output.getValue().getValue()));
            });
            if (table.getCollectResultValue() != null && !outputs.isEmpty()) {
                outputs.replaceAll(
                        (name, value) -> table.getCollectResultValue().getValue());
            }
        } else if (result instanceof DmnDecisionLiteralExpressionEvaluationEvent expression) {
            outputs.put(expression.getOutputName(), expression.getOutputValue().getValue());
        }
        made.put(result.getDecision().getKey(), new Made(rules, outputs));
    }
}

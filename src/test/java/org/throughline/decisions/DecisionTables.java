package org.throughline.decisions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.engine.variable.VariableMap;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.DecisionTable;

/**
 * The decision tables under {@code dmn/}, each on its own: what a table requires of others is an input here, so that
 * one table is tested at a time.
 */
final class DecisionTables {

    private static final Path FOLDER = Path.of("dmn");

    private final List<String> rulesHit = new ArrayList<>();
    private final DmnEngine engine;
    private final Map<String, DecisionTable> tables = new TreeMap<>();
    private final Map<String, DmnDecision> decisions = new TreeMap<>();

    DecisionTables() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(this::remember);
        engine = configuration.buildEngine();
        for (Path file : files()) {
            load(file);
        }
    }

    /** Tables by decision id. */
    Map<String, DecisionTable> all() {
        return tables;
    }

    /** Evaluates one table; the result's outputs by name, {@code null} entries where no rule matched. */
    Outcome evaluate(String id, Map<String, Object> inputs) {
        rulesHit.clear();
        DmnDecision decision = decisions.get(id);
        if (decision == null) {
            throw new IllegalArgumentException("No decision table has the id " + id);
        }
        VariableMap variables = Variables.createVariables();
        variables.putAll(inputs);
        List<Map<String, Object>> results =
                engine.evaluateDecision(decision, variables).getResultList();
        return new Outcome(List.copyOf(results), List.copyOf(rulesHit));
    }

    private void remember(DmnDecisionTableEvaluationEvent event) {
        event.getMatchingRules().stream().map(DmnEvaluatedDecisionRule::getId).forEach(rulesHit::add);
    }

    private void load(Path file) {
        DmnModelInstance model = Dmn.readModelFromFile(file.toFile());
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            decision.getInformationRequirements().clear();
        }
        for (DmnDecision decision : engine.parseDecisions(model)) {
            decisions.put(decision.getKey(), decision);
        }
        for (Decision decision : model.getModelElementsByType(Decision.class)) {
            if (decision.getExpression() instanceof DecisionTable table) {
                tables.put(decision.getId(), table);
            }
        }
    }

    private static List<Path> files() {
        try (Stream<Path> found = Files.walk(FOLDER)) {
            return found.filter(path -> path.toString().endsWith(".dmn"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What came out: one map a matching rule, and the ids of the rules that fired. */
    record Outcome(List<Map<String, Object>> results, List<String> rules) {}
}

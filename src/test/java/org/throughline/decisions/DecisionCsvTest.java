package org.throughline.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.operaton.bpm.model.dmn.instance.DecisionTable;
import org.operaton.bpm.model.dmn.instance.Input;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.throughline.decisions.DecisionExamples.Example;
import org.throughline.decisions.DecisionTables.Outcome;

class DecisionCsvTest {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private static final DecisionTables TABLES = new DecisionTables();
    private static final List<DecisionExamples> EXAMPLES = DecisionExamples.all();

    @TestFactory
    Stream<DynamicTest> everyLineHolds() {
        return EXAMPLES.stream()
                .flatMap(decision -> decision.examples().stream()
                        .map(example -> DynamicTest.dynamicTest(
                                decision.decision() + " line " + example.line() + ": " + example.why(),
                                () -> check(decision.decision(), example))));
    }

    @Test
    void everyTableHasExamples() {
        assertThat(EXAMPLES.stream().map(DecisionExamples::decision))
                .containsExactlyInAnyOrderElementsOf(TABLES.all().keySet());
    }

    @Test
    void everyRuleIsHitByAnExample() {
        Map<String, Set<String>> hit = new HashMap<>();
        for (DecisionExamples decision : EXAMPLES) {
            for (Example example : decision.examples()) {
                hit.computeIfAbsent(decision.decision(), key -> new HashSet<>())
                        .addAll(TABLES.evaluate(decision.decision(), inputs(decision.decision(), example))
                                .rules());
            }
        }

        List<String> missed = new ArrayList<>();
        TABLES.all()
                .forEach((id, table) -> table.getRules().stream()
                        .map(Rule::getId)
                        .filter(rule -> !hit.getOrDefault(id, Set.of()).contains(rule))
                        .forEach(rule -> missed.add(id + ": " + rule)));
        assertThat(missed).as("rules that no example reaches").isEmpty();
    }

    @Test
    void everyRuleHasAnIdAndSaysWhy() {
        TABLES.all().forEach((id, table) -> {
            for (Rule rule : table.getRules()) {
                assertThat(rule.getId()).as("id of a rule in %s", id).matches("rule_[a-z][A-Za-z0-9]*");
                assertThat(rule.getDescription())
                        .as("reason of %s", rule.getId())
                        .isNotNull();
                assertThat(rule.getDescription().getTextContent())
                        .as("reason of %s", rule.getId())
                        .isNotBlank();
            }
        });
    }

    @Test
    void everyAllowedInputValueAppears() {
        List<String> unused = new ArrayList<>();
        for (DecisionExamples decision : EXAMPLES) {
            DecisionTable table = table(decision.decision());
            for (Input input : table.getInputs()) {
                String name = name(input);
                Set<String> used = decision.examples().stream()
                        .map(example -> example.inputs().getOrDefault(name, ""))
                        .collect(Collectors.toSet());
                allowed(input).stream()
                        .filter(value -> !used.contains(value))
                        .forEach(value -> unused.add(decision.decision() + "." + name + " = " + value));
            }
        }
        assertThat(unused).as("allowed values without an example").isEmpty();
    }

    @Test
    void everyInputHasALabelAndAType() {
        TABLES.all().forEach((id, table) -> {
            for (Input input : table.getInputs()) {
                assertThat(input.getLabel()).as("label of an input of %s", id).isNotBlank();
                assertThat(input.getInputExpression().getTypeRef())
                        .as("type of %s in %s", input.getLabel(), id)
                        .isNotBlank();
            }
        });
    }

    private void check(String decision, Example example) {
        Outcome outcome = TABLES.evaluate(decision, inputs(decision, example));
        assertThat(outcome.results()).as("matching results of %s", decision).isNotEmpty();
        example.outputs()
                .forEach((name, expected) -> assertThat(outcome.results().stream()
                                .map(result -> text(result.get(name)))
                                .distinct()
                                .sorted()
                                .collect(Collectors.joining(" ")))
                        .as("%s by %s", name, outcome.rules())
                        .isEqualTo(expected));
    }

    private Map<String, Object> inputs(String decision, Example example) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Input input : table(decision).getInputs()) {
            types.put(name(input), input.getInputExpression().getTypeRef());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        example.inputs().forEach((name, text) -> values.put(name, value(types.getOrDefault(name, ""), text)));
        return values;
    }

    private DecisionTable table(String decision) {
        DecisionTable table = TABLES.all().get(decision);
        if (table == null) {
            throw new IllegalArgumentException(decision + ".csv names no decision table");
        }
        return table;
    }

    private static String name(Input input) {
        return input.getInputExpression().getText().getTextContent().strip();
    }

    private static List<String> allowed(Input input) {
        List<String> values = new ArrayList<>();
        if (input.getInputValues() != null) {
            Matcher matcher = QUOTED.matcher(input.getInputValues().getText().getTextContent());
            while (matcher.find()) {
                values.add(matcher.group(1));
            }
        }
        return values;
    }

    private static Object value(String type, String text) {
        return switch (type) {
            case "string" -> text;
            case "boolean" -> Boolean.valueOf(text);
            case "integer" -> Integer.valueOf(text);
            case "number", "double", "long" -> Double.valueOf(text);
            default -> guessed(text);
        };
    }

    private static Object guessed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d+(\\.\\d+)?") ? (Object) Double.valueOf(text) : text;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Number number) {
            double amount = number.doubleValue();
            return amount == Math.rint(amount) ? Long.toString((long) amount) : Double.toString(amount);
        }
        return value == null ? "" : value.toString();
    }
}

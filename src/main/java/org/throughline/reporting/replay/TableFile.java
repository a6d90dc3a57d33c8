package org.throughline.reporting.replay;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelException;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.instance.Decision;
import org.operaton.bpm.model.dmn.instance.DecisionTable;
import org.operaton.bpm.model.dmn.instance.Input;
import org.operaton.bpm.model.dmn.instance.LiteralExpression;
import org.operaton.bpm.model.dmn.instance.Output;
import org.operaton.bpm.model.dmn.instance.RequiredDecisionReference;
import org.operaton.bpm.model.dmn.instance.Rule;
import org.operaton.bpm.model.dmn.instance.Text;
import org.operaton.bpm.model.xml.ModelParseException;

/**
 * What a DMN file says, as far as a replay needs to know.
 *
 * @param model the decisions, each on its own: what one requires may stand in another file
 * @param decisions the decisions of the file by id, in its order
 * @param inputs the expression of each input column, by the column's id
 * @param reasons the description of each rule that has one, by the rule's id
 */
record TableFile(
        DmnModelInstance model, Map<String, Table> decisions, Map<String, String> inputs, Map<String, String> reasons) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");
    private static final Pattern STRING = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern CALL = Pattern.compile("(?:[a-z]+ )*[\\p{L}_$][\\p{L}\\p{N}_$]*\\s*\\(");
    private static final Pattern PROPERTY = Pattern.compile("\\.\\s*" + NAME.pattern());
    private static final Pattern PLACE = Pattern.compile("Line=(\\d+): ");
    private static final Set<String> WORDS = Set.of(
            "true", "false", "null", "not", "and", "or", "if", "then", "else", "between", "in", "instance", "of");

    /**
     * A decision of the file.
     *
     * @param requires ids of the decisions it is made from
     * @param reads names of the variables it cannot do without, which its requirements or the facts give
     * @param gives names of what it decides
     */
    record Table(String id, String name, Set<String> requires, Set<String> reads, Set<String> gives) {}

    /** @throws ReplayRefused if the file is no DMN that the engine could run */
    static TableFile read(byte[] file) {
        try {
            DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(file));
            Map<String, Table> decisions = new LinkedHashMap<>();
            for (Decision decision : model.getModelElementsByType(Decision.class)) {
                decisions.put(decision.getId(), table(decision));
                decision.getInformationRequirements().clear();
            }
            Map<String, String> inputs = new HashMap<>();
            model.getModelElementsByType(Input.class).forEach(input -> {
                @Nullable
                String text = input.getInputExpression() == null
                        ? null
                        : text(input.getInputExpression().getText());
                if (text != null) {
                    inputs.put(input.getId(), text);
                }
            });
            Map<String, String> reasons = new HashMap<>();
            model.getModelElementsByType(Rule.class).stream()
                    .filter(rule -> rule.getDescription() != null)
                    .forEach(rule -> reasons.put(
                            rule.getId(), rule.getDescription().getTextContent().strip()));
            return new TableFile(model, decisions, inputs, reasons);
        } catch (ModelParseException | DmnModelException invalid) {
            throw invalid(invalid);
        }
    }

    /** True if an expression is nothing but the name of a variable. */
    static boolean isName(String expression) {
        return NAME.matcher(expression).matches() && !WORDS.contains(expression);
    }

    private static Table table(Decision decision) {
        Set<String> requires = new LinkedHashSet<>();
        decision.getInformationRequirements()
                .forEach(need -> need.getChildElementsByType(RequiredDecisionReference.class)
                        .forEach(required -> requires.add(
                                required.getHref().substring(required.getHref().indexOf('#') + 1))));
        Set<String> reads = new LinkedHashSet<>();
        Set<String> gives = new LinkedHashSet<>();
        if (decision.getExpression() instanceof DecisionTable table) {
            table.getInputs().stream()
                    .filter(input -> input.getInputExpression() != null)
                    .forEach(input -> names(input.getInputExpression().getText(), reads));
            table.getRules().forEach(rule -> {
                rule.getInputEntries().forEach(entry -> names(entry.getText(), reads));
                rule.getOutputEntries().forEach(entry -> names(entry.getText(), reads));
            });
            table.getOutputs().stream().map(Output::getName).forEach(gives::add);
        } else if (decision.getExpression() instanceof LiteralExpression expression) {
            names(expression.getText(), reads);
            if (decision.getVariable() != null) {
                gives.add(decision.getVariable().getName());
            }
        } else {
            throw ReplayRefused.wrong("The decision " + decision.getId()
                    + " has neither a decision table nor a literal expression. Give it one of them.");
        }
        String name = decision.getName() == null ? decision.getId() : decision.getName();
        return new Table(decision.getId(), name, requires, reads, gives);
    }

    /** Names that stand for variables: not in texts, no properties, no functions, no words of the language. */
    private static void names(@Nullable Text element, Set<String> names) {
        @Nullable String text = text(element);
        if (text == null) {
            return;
        }
        String code = STRING.matcher(text).replaceAll(" ");
        code = PROPERTY.matcher(CALL.matcher(code).replaceAll(" (")).replaceAll(" ");
        NAME.matcher(code)
                .results()
                .map(result -> result.group())
                .filter(name -> !WORDS.contains(name))
                .forEach(names::add);
    }

    private static @Nullable String text(@Nullable Text element) {
        return element == null || element.getTextContent().isBlank()
                ? null
                : element.getTextContent().strip();
    }

    /** The model reader tells the place within its message. */
    private static ReplayRefused invalid(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? ReplayRefused.at(
                        Integer.parseInt(place.group(1)),
                        null,
                        "The file is no valid DMN: " + message.substring(place.end()))
                : ReplayRefused.wrong("The file is no valid DMN: " + message);
    }
}

package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.dmn.feel.impl.FeelException;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.context.VariableContext;
import org.operaton.bpm.model.dmn.Dmn;
import org.operaton.bpm.model.dmn.DmnModelInstance;
import org.operaton.bpm.model.dmn.instance.InputEntry;
import org.operaton.bpm.model.dmn.instance.InputExpression;
import org.operaton.bpm.model.dmn.instance.OutputEntry;

/** The short way through a cell gives what the engine's own FEEL gives. */
class PlainFeelTest {

    private static final FeelEngine WHOLE = new ScalaFeelEngineFactory().createInstance();
    private static final FeelEngine PLAIN = PlainFeel.factory().createInstance();

    @Test
    void agreesOnEveryTestOfEveryTable() {
        Set<String> cells = new LinkedHashSet<>();
        models().forEach(model ->
                model.getModelElementsByType(InputEntry.class).forEach(entry -> cells.add(text(entry.getText()))));
        cells.remove("");
        List<Object> values = new ArrayList<>(List.of(true, false, 0, 1L, -3, 0.5, 0.8, 0.95, 24, 100_000L, "", "TX"));
        cells.stream()
                .flatMap(cell -> Stream.of(cell.split(",")))
                .map(word -> word.strip().replaceAll("^\"|\"$", ""))
                .distinct()
                .limit(60)
                .forEach(values::add);

        assertThat(cells).hasSizeGreaterThan(100);
        for (String cell : cells) {
            for (Object value : values) {
                assertThat(test(PLAIN, cell, value)).as("%s of %s", cell, value).isEqualTo(test(WHOLE, cell, value));
            }
        }
    }

    @Test
    void agreesOnEveryExpressionOfEveryTable() {
        Set<String> expressions = new LinkedHashSet<>();
        for (DmnModelInstance model : models()) {
            model.getModelElementsByType(OutputEntry.class).forEach(entry -> expressions.add(text(entry.getText())));
            model.getModelElementsByType(InputExpression.class)
                    .forEach(entry -> expressions.add(text(entry.getText())));
        }
        expressions.remove("");

        assertThat(expressions).hasSizeGreaterThan(100);
        for (String expression : expressions) {
            for (Object value : List.of("word", true, 7, 7L, 2.5, 3.0, -0.0, 1e-7, 1e300, Double.NaN)) {
                VariableContext variables = Variables.createVariables()
                        .putValue(expression.matches("\\w+") ? expression : "other", value)
                        .asVariableContext();
                assertThat(expression(PLAIN, expression, variables))
                        .as(expression)
                        .isEqualTo(expression(WHOLE, expression, variables));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\",\"b\"",
                " \"a\" , \"b\" ",
                "\"a\",",
                "not(\"a\")",
                "not(\"a\",\"b\")",
                " not( \"a\" ) ",
                "not(3, < 2)",
                "not(true)",
                "not()",
                "not(not(\"a\"))",
                "not(\"a)\")",
                "[1..3]",
                "< 3, > 7",
                "\"a\", 3",
                "true,false",
                "\"with \\\"quotes\\\"\"",
                "5",
                "= 5",
                "null",
                "-",
                "a",
                "\"a,b\"",
                "\"\"",
                "<3.50",
                "> -1",
                "date(\"2026-01-01\")"
            })
    void agreesOnWhatOthersMayWrite(String cell) {
        for (Object value : List.of("a", "b", "a,b", "", true, 1, 3, 3L, 3.5, 5, 5.0, 8, -2, "with \"quotes\"")) {
            assertThat(test(PLAIN, cell, value)).as("%s of %s", cell, value).isEqualTo(test(WHOLE, cell, value));
        }
    }

    private static String test(FeelEngine engine, String cell, Object value) {
        try {
            return String.valueOf(engine.evaluateSimpleUnaryTests(
                    cell,
                    "input",
                    Variables.createVariables().putValue("input", value).asVariableContext()));
        } catch (FeelException | ClassCastException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private static Object expression(FeelEngine engine, String expression, VariableContext variables) {
        try {
            Object result = engine.evaluateSimpleExpression(expression, variables);
            return result == null ? "null" : result;
        } catch (FeelException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private static String text(org.operaton.bpm.model.dmn.instance.Text text) {
        return text == null ? "" : text.getTextContent().strip();
    }

    private static List<DmnModelInstance> models() {
        try (Stream<Path> files = Files.walk(Path.of("dmn"))) {
            return files.filter(file -> file.toString().endsWith(".dmn"))
                    .map(file -> Dmn.readModelFromFile(file.toFile()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

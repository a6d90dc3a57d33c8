package org.throughline.platform.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.dmn.feel.impl.FeelEngineFactory;
import org.operaton.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.operaton.bpm.engine.variable.context.VariableContext;

/**
 * FEEL with a short way for what nearly every cell of a decision table holds: a word, a list of words, none of some words,
 * a truth value, a number, a comparison with one, the name of an input. The engine's own FEEL puts together all built-in
 * functions anew for each cell, which is nearly all that a decision costs; everything else still goes to it. The short way
 * takes a cell only where both give the same (a test compares them over every table).
 */
public final class PlainFeel implements FeelEngine {

    private static final int MOST_KEPT = 20_000;
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern WORD = Pattern.compile("\"([^\"\\\\]*)\"");
    private static final Pattern TRUTH = Pattern.compile("true|false");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)?\\s*(-?\\d{1,15}(?:\\.\\d{1,15})?)");
    private static final Pattern TEST = Pattern.compile(
            "\\s*(?:(?<word>" + WORD + ")|(?<truth>" + TRUTH + ")|(?<comparison>" + COMPARISON + "))\\s*(?:,|$)");
    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,15}");
    private static final Pattern NOT = Pattern.compile("\\s*not\\(([^()]*)\\)\\s*");
    private static final double LONG_ENOUGH = 1e15;
    private static final List<String> RESERVED = List.of("true", "false", "null");

    private final FeelEngine whole;
    private final Map<String, Optional<Cell>> cells = new ConcurrentHashMap<>();

    private PlainFeel(FeelEngine whole) {
        this.whole = whole;
    }

    /** Sets up a decision engine with it. */
    public static DefaultDmnEngineConfiguration configuration() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setFeelEngineFactory(factory());
        return configuration;
    }

    static FeelEngineFactory factory() {
        return () -> new PlainFeel(new ScalaFeelEngineFactory().createInstance());
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String input, VariableContext variables) {
        Object value = value(input, variables);
        Cell cell = value == null ? null : cell(expression).orElse(null);
        if (value != null && cell != null && cell.takes(value)) {
            return cell.matches(value);
        }
        return whole.evaluateSimpleUnaryTests(expression, input, variables);
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        String text = expression.strip();
        Matcher word = WORD.matcher(text);
        if (word.matches()) {
            return (T) word.group(1);
        }
        if (TRUTH.matcher(text).matches()) {
            return (T) Boolean.valueOf(text);
        }
        if (WHOLE_NUMBER.matcher(text).matches()) {
            return (T) Long.valueOf(text);
        }
        if (NAME.matcher(text).matches() && !RESERVED.contains(text)) {
            Object value = given(value(text, variables));
            if (value != null) {
                return (T) value;
            }
        }
        return whole.evaluateSimpleExpression(expression, variables);
    }

    /** A value as FEEL gives it back: a number without a fraction is a long; null for what is left to FEEL. */
    private static @Nullable Object given(@Nullable Object value) {
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Double number && Math.abs(number) < LONG_ENOUGH) {
            return number == Math.rint(number) ? (Object) number.longValue() : number;
        }
        return null;
    }

    private static @Nullable Object value(String name, VariableContext variables) {
        return variables.containsVariable(name) ? variables.resolve(name).getValue() : null;
    }

    private Optional<Cell> cell(String expression) {
        Optional<Cell> known = cells.get(expression);
        if (known != null) {
            return known;
        }
        Optional<Cell> read = Cell.read(expression);
        if (cells.size() < MOST_KEPT) {
            cells.put(expression, read);
        }
        return read;
    }

    /**
     * A cell understood.
     *
     * @param type of the values that it speaks of
     * @param tests one of which a value must pass
     * @param not whether it must pass none instead
     */
    private record Cell(Class<?> type, List<Predicate<Object>> tests, boolean not) {

        boolean takes(Object value) {
            return type.isInstance(value);
        }

        boolean matches(Object value) {
            return tests.stream().anyMatch(test -> test.test(value)) != not;
        }

        static Optional<Cell> read(String expression) {
            Matcher none = NOT.matcher(expression);
            return none.matches() ? read(none.group(1), true) : read(expression, false);
        }

        private static Optional<Cell> read(String expression, boolean not) {
            Matcher test = TEST.matcher(expression);
            List<Predicate<Object>> tests = new ArrayList<>();
            Class<?> type = null;
            int at = 0;
            while (at < expression.length()
                    && test.region(at, expression.length()).lookingAt()) {
                Class<?> spoken = test.group("word") != null
                        ? String.class
                        : test.group("truth") != null ? Boolean.class : Number.class;
                if (type != null && type != spoken) {
                    return Optional.empty();
                }
                type = spoken;
                tests.add(test(test));
                at = test.end();
            }
            boolean all =
                    at == expression.length() && !expression.stripTrailing().endsWith(",");
            return type != null && all ? Optional.of(new Cell(type, List.copyOf(tests), not)) : Optional.empty();
        }

        private static Predicate<Object> test(Matcher test) {
            String word = test.group("word");
            if (word != null) {
                return word.substring(1, word.length() - 1)::equals;
            }
            String truth = test.group("truth");
            if (truth != null) {
                return Boolean.valueOf(truth)::equals;
            }
            Matcher comparison = COMPARISON.matcher(test.group("comparison"));
            if (!comparison.matches()) {
                throw new IllegalStateException("Not a comparison: " + test.group());
            }
            String operator = comparison.group(1) == null ? "" : comparison.group(1);
            BigDecimal bound = new BigDecimal(comparison.group(2));
            return value -> holds(operator, new BigDecimal(value.toString()).compareTo(bound));
        }

        private static boolean holds(String operator, int order) {
            return switch (operator) {
                case "<" -> order < 0;
                case "<=" -> order <= 0;
                case ">" -> order > 0;
                case ">=" -> order >= 0;
                default -> order == 0;
            };
        }
    }
}

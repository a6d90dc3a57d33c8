package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An OData filter over rows: {@code eq ne gt ge lt le in and or not}, parentheses, {@code contains startswith endswith
 * tolower toupper trim}; GUIDs and times without quotes or with them, texts in single quotes. Names of fields are found in
 * any case, as the vendor's own samples write them.
 */
final class ODataFilter {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");
    private static final Set<String> TESTS = Set.of("contains", "startswith", "endswith");
    private static final Set<String> CHANGES = Set.of("tolower", "toupper", "trim");
    private static final Set<String> COMPARISONS = Set.of("eq", "ne", "gt", "ge", "lt", "le");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ODataFilter(String filter) {
        Matcher matcher = TOKEN.matcher(filter);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!filter.substring(end).isBlank()) {
            throw new IllegalArgumentException("Syntax error at position " + end + " in $filter");
        }
    }

    /** @throws IllegalArgumentException if the filter cannot be understood */
    static Predicate<JsonNode> parse(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return row -> true;
        }
        ODataFilter query = new ODataFilter(filter);
        Predicate<JsonNode> predicate = query.or();
        if (query.at < query.tokens.size()) {
            throw new IllegalArgumentException("Unexpected '" + query.tokens.get(query.at) + "' in $filter");
        }
        return predicate;
    }

    private Predicate<JsonNode> or() {
        Predicate<JsonNode> left = and();
        while (accept("or")) {
            left = left.or(and());
        }
        return left;
    }

    private Predicate<JsonNode> and() {
        Predicate<JsonNode> left = term();
        while (accept("and")) {
            left = left.and(term());
        }
        return left;
    }

    private Predicate<JsonNode> term() {
        if (accept("not")) {
            return term().negate();
        }
        if (accept("(")) {
            Predicate<JsonNode> inner = or();
            expect(")");
            return inner;
        }
        Function<JsonNode, JsonNode> left = operand();
        if (accept("in")) {
            return among(left);
        }
        if (at >= tokens.size() || !COMPARISONS.contains(tokens.get(at))) {
            return row -> left.apply(row).asBoolean();
        }
        String operator = next();
        Function<JsonNode, JsonNode> right = operand();
        return row -> compare(left.apply(row), operator, right.apply(row));
    }

    private Predicate<JsonNode> among(Function<JsonNode, JsonNode> left) {
        expect("(");
        List<Function<JsonNode, JsonNode>> values = new ArrayList<>(List.of(operand()));
        while (accept(",")) {
            values.add(operand());
        }
        expect(")");
        return row -> values.stream().anyMatch(value -> compare(left.apply(row), "eq", value.apply(row)));
    }

    private Function<JsonNode, JsonNode> operand() {
        String word = next();
        if (TESTS.contains(word) && accept("(")) {
            Function<JsonNode, JsonNode> text = operand();
            expect(",");
            Function<JsonNode, JsonNode> part = operand();
            expect(")");
            return row -> BooleanNode.valueOf(test(word, text(text.apply(row)), text(part.apply(row))));
        }
        if (CHANGES.contains(word) && accept("(")) {
            Function<JsonNode, JsonNode> text = operand();
            expect(")");
            return row -> change(word, text.apply(row));
        }
        JsonNode literal = literal(word);
        return literal == null ? row -> ODataFields.value(row, word) : row -> literal;
    }

    private static @Nullable JsonNode literal(String word) {
        if (word.startsWith("'")) {
            return TextNode.valueOf(word.substring(1, word.length() - 1).replace("''", "'"));
        }
        if (word.equals("null")) {
            return NullNode.getInstance();
        }
        if (word.equals("true") || word.equals("false")) {
            return BooleanNode.valueOf(word.equals("true"));
        }
        if (NUMBER.matcher(word).matches()) {
            return DecimalNode.valueOf(new BigDecimal(word));
        }
        boolean name = Character.isLetter(word.charAt(0)) && word.matches("[A-Za-z_][A-Za-z0-9_/]*");
        return name ? null : TextNode.valueOf(word);
    }

    private static boolean test(String function, String text, String part) {
        String all = text.toLowerCase(Locale.ROOT);
        String wanted = part.toLowerCase(Locale.ROOT);
        return switch (function) {
            case "startswith" -> all.startsWith(wanted);
            case "endswith" -> all.endsWith(wanted);
            default -> all.contains(wanted);
        };
    }

    private static JsonNode change(String function, JsonNode value) {
        if (!value.isTextual()) {
            return value;
        }
        return TextNode.valueOf(
                switch (function) {
                    case "tolower" -> value.asText().toLowerCase(Locale.ROOT);
                    case "toupper" -> value.asText().toUpperCase(Locale.ROOT);
                    default -> value.asText().strip();
                });
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    private static boolean compare(JsonNode left, String operator, JsonNode right) {
        boolean noLeft = left.isMissingNode() || left.isNull();
        boolean noRight = right.isMissingNode() || right.isNull();
        if (noLeft || noRight) {
            return switch (operator) {
                case "eq" -> noLeft && noRight;
                case "ne" -> noLeft != noRight;
                default -> false;
            };
        }
        int order = ODataFields.compare(left, right);
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private boolean accept(String token) {
        boolean here = at < tokens.size() && tokens.get(at).equals(token);
        if (here) {
            at++;
        }
        return here;
    }

    private void expect(String token) {
        if (!accept(token)) {
            throw new IllegalArgumentException("'" + token + "' expected in $filter");
        }
    }

    private String next() {
        if (at >= tokens.size()) {
            throw new IllegalArgumentException("$filter ends too early");
        }
        return tokens.get(at++);
    }
}

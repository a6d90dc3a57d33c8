package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of an OData filter that the vendor's document shows: {@code eq ne gt ge lt le and or not}, parentheses,
 * {@code contains} and {@code startswith}; GUIDs and times without quotes, texts in single quotes.
 */
final class ODataQuery {

    private static final Pattern TOKEN = Pattern.compile("\\s*('(?:[^']|'')*'|[(),]|[^\\s(),']+)");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    private ODataQuery(String filter) {
        Matcher matcher = TOKEN.matcher(filter);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!filter.substring(end).isBlank()) {
            throw new IllegalArgumentException("Syntax error in $filter at position " + end);
        }
    }

    /** @throws IllegalArgumentException if the filter cannot be understood */
    static Predicate<JsonNode> parse(@Nullable String filter) {
        if (filter == null || filter.isBlank()) {
            return row -> true;
        }
        ODataQuery query = new ODataQuery(filter);
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
        String word = next();
        if ((word.equals("contains") || word.equals("startswith")) && accept("(")) {
            String field = next();
            expect(",");
            String part = unquoted(next()).toLowerCase(Locale.ROOT);
            expect(")");
            boolean start = word.equals("startswith");
            return row -> {
                String text = row.at("/" + field).asText("").toLowerCase(Locale.ROOT);
                return start ? text.startsWith(part) : text.contains(part);
            };
        }
        String operator = next();
        String literal = next();
        return row -> compare(row.at("/" + word), operator, literal);
    }

    private static boolean compare(JsonNode field, String operator, String literal) {
        boolean absent = field.isMissingNode() || field.isNull();
        if (literal.equals("null") || absent) {
            return operator.equals("eq")
                    ? absent && literal.equals("null")
                    : operator.equals("ne") && absent != literal.equals("null");
        }
        int order = order(field, unquoted(literal));
        return switch (operator) {
            case "eq" -> order == 0;
            case "ne" -> order != 0;
            case "gt" -> order > 0;
            case "ge" -> order >= 0;
            case "lt" -> order < 0;
            case "le" -> order <= 0;
            default -> throw new IllegalArgumentException("Unknown operator '" + operator + "' in $filter");
        };
    }

    private static int order(JsonNode field, String literal) {
        if (field.isNumber()) {
            return field.decimalValue().compareTo(new BigDecimal(literal));
        }
        try {
            return OffsetDateTime.parse(field.asText())
                    .toInstant()
                    .compareTo(OffsetDateTime.parse(literal).toInstant());
        } catch (DateTimeParseException noTimes) {
            return field.asText().compareToIgnoreCase(literal);
        }
    }

    private static String unquoted(String token) {
        return token.startsWith("'") ? token.substring(1, token.length() - 1).replace("''", "'") : token;
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

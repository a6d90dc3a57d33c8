package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * One request for a collection: its filters, what to embed, and the page. A parameter that no call documents is refused,
 * because a filter that is silently ignored answers the whole book. The exact answer to one is assumed.
 */
final class EpicQuery {

    private static final int USUAL_LIMIT = 100;
    private static final int HIGHEST_LIMIT = 500;

    private final HttpServletRequest request;
    private final Set<String> known = new TreeSet<>(List.of("offset", "limit", "Accept-Language"));
    private final List<String> wrong = new ArrayList<>();
    private Predicate<ObjectNode> filter = row -> true;

    EpicQuery(HttpServletRequest request) {
        this.request = request;
    }

    /** The parameter's value; null where it is not given or empty. */
    @Nullable
    String given(String parameter) {
        known.add(parameter);
        String[] values = request.getParameterValues(parameter);
        if (values != null && values.length > 1) {
            wrong.add(parameter + " is given more than once; several values stand in one with commas");
        }
        String value = values == null ? null : values[0];
        return value == null || value.isBlank() ? null : value;
    }

    EpicQuery filter(Predicate<ObjectNode> further) {
        filter = filter.and(further);
        return this;
    }

    /** Exactly the field. */
    EpicQuery is(String parameter, Function<ObjectNode, String> field) {
        String value = given(parameter);
        return value == null ? this : filter(row -> field.apply(row).equalsIgnoreCase(value));
    }

    /** Exactly the field, or part of it where the parameter's name ends so. */
    EpicQuery isOrContains(String parameter, Function<ObjectNode, String> field) {
        is(parameter, field);
        String part = given(parameter + "_contains");
        return part == null
                ? this
                : filter(row -> field.apply(row).toLowerCase(Locale.ROOT).contains(part.toLowerCase(Locale.ROOT)));
    }

    /** An id; one that is none is refused. */
    EpicQuery id(String parameter, Function<ObjectNode, String> field) {
        String value = given(parameter);
        if (value != null && !EpicHal.isId(value)) {
            wrong.add(parameter + " has to be a UUID");
        }
        return is(parameter, field);
    }

    /** One of some words, or several separated by commas; {@code usual} where none is given. */
    EpicQuery words(
            String parameter, List<String> allowed, @Nullable String usual, Function<ObjectNode, String> field) {
        String value = given(parameter);
        String text = value == null ? usual : value;
        if (text == null) {
            return this;
        }
        Set<String> wanted = new LinkedHashSet<>(Arrays.asList(text.split(",", -1)));
        wanted.stream()
                .filter(word -> !allowed.contains(word))
                .forEach(word -> wrong.add(parameter + " knows no '" + word + "', only " + String.join(", ", allowed)));
        return filter(row -> wanted.contains(field.apply(row)));
    }

    /** Any of several values, each in a parameter of its own: the one filter that is documented so. */
    EpicQuery several(String parameter, Function<ObjectNode, String> field) {
        known.add(parameter);
        String[] values = request.getParameterValues(parameter);
        return values == null ? this : filter(row -> List.of(values).contains(field.apply(row)));
    }

    /** Rows in use, rows out of use, or both; those in use where nothing is said. */
    EpicQuery active(String parameter, Predicate<ObjectNode> active) {
        return words(
                parameter, List.of("active", "inactive"), "active", row -> active.test(row) ? "active" : "inactive");
    }

    EpicQuery flag(String parameter, Predicate<ObjectNode> field) {
        String value = given(parameter);
        if (value == null) {
            return this;
        }
        if (!value.equals("true") && !value.equals("false")) {
            wrong.add(parameter + " has to be true or false");
        }
        return filter(row -> field.test(row) == Boolean.parseBoolean(value));
    }

    /** Before and after a day, and on it where {@code exact}. */
    EpicQuery days(String parameter, boolean exact, Function<ObjectNode, String> field) {
        LocalDate on = exact ? day(parameter) : null;
        LocalDate before = day(parameter + "_before");
        LocalDate after = day(parameter + "_after");
        return filter(row -> {
            String text = field.apply(row);
            if (text.length() < 10) {
                return on == null && before == null && after == null;
            }
            LocalDate day = LocalDate.parse(text.substring(0, 10));
            return (on == null || day.equals(on))
                    && (before == null || day.isBefore(before))
                    && (after == null || day.isAfter(after));
        });
    }

    private @Nullable LocalDate day(String parameter) {
        String value = given(parameter);
        if (value == null) {
            return null;
        }
        try {
            return LocalDate.parse(value.length() > 10 ? value.substring(0, 10) : value);
        } catch (DateTimeParseException noDay) {
            wrong.add(parameter + " has to be a day as in 2026-11-23");
            return null;
        }
    }

    /** Before and after a moment. */
    EpicQuery moments(String parameter, Function<ObjectNode, String> field) {
        Instant before = moment(parameter + "_before");
        Instant after = moment(parameter + "_after");
        return filter(row -> {
            String text = field.apply(row);
            if (text.isEmpty()) {
                return before == null && after == null;
            }
            Instant at = OffsetDateTime.parse(text).toInstant();
            return (before == null || at.isBefore(before)) && (after == null || at.isAfter(after));
        });
    }

    private @Nullable Instant moment(String parameter) {
        String value = given(parameter);
        if (value == null) {
            return null;
        }
        try {
            return value.length() == 10
                    ? LocalDate.parse(value).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeParseException noMoment) {
            wrong.add(parameter + " has to be a date-time as in 2026-11-23T18:00:00Z");
            return null;
        }
    }

    /** What is asked for beside the rows, in a parameter such as {@code embed}. */
    Set<String> also(String parameter, String... allowed) {
        String value = given(parameter);
        Set<String> wanted = value == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(value.split(",", -1)));
        wanted.stream()
                .filter(word -> !List.of(allowed).contains(word))
                .forEach(word -> wrong.add(parameter + " knows no '" + word + "'"));
        return wanted;
    }

    /** Refuses what is wrong with the request. */
    void check() {
        request.getParameterMap().keySet().stream()
                .filter(parameter -> !known.contains(parameter))
                .forEach(parameter -> wrong.add("There is no parameter " + parameter));
        if (!wrong.isEmpty()) {
            throw EpicProblem.invalid(wrong);
        }
    }

    /** The page of the rows that pass, each as {@code answered} makes it. */
    ObjectNode page(List<ObjectNode> rows, String plural, UnaryOperator<ObjectNode> answered) {
        int offset = number("offset", 0, 0, Integer.MAX_VALUE);
        int limit = number("limit", USUAL_LIMIT, 1, HIGHEST_LIMIT);
        check();
        List<ObjectNode> found = rows.stream().filter(filter).toList();
        ObjectNode page = EpicHal.JSON.createObjectNode();
        page.put("total", found.size());
        link(page, "self", offset, limit);
        link(page, "first", 0, limit);
        link(page, "last", found.isEmpty() ? 0 : (found.size() - 1) / limit * limit, limit);
        if (offset > 0) {
            link(page, "prev", Math.max(0, offset - limit), limit);
        }
        if ((long) offset + limit < found.size()) {
            link(page, "next", offset + limit, limit);
        }
        page.putObject("_embedded").putArray(plural);
        found.stream()
                .skip(offset)
                .limit(limit)
                .map(answered)
                .forEach(row -> page.withObject("/_embedded").withArray(plural).add(row));
        return page;
    }

    private void link(ObjectNode page, String relation, int offset, int limit) {
        String path = request.getRequestURI().substring("/sandbox/epic".length());
        String query = request.getQueryString();
        String url = UriComponentsBuilder.fromUriString(path)
                .query(query)
                .replaceQueryParam("offset", offset)
                .replaceQueryParam("limit", limit)
                .build()
                .toUriString();
        EpicHal.link(page, relation, request, url);
    }

    private int number(String parameter, int usual, int lowest, int highest) {
        String value = given(parameter);
        if (value == null) {
            return usual;
        }
        boolean digits = value.matches("\\d{1,9}");
        int number = digits ? Integer.parseInt(value) : -1;
        if (number < lowest || number > highest) {
            wrong.add(parameter + " has to be a number of at least " + lowest
                    + (highest == Integer.MAX_VALUE ? "" : " and at most " + highest));
            return usual;
        }
        return number;
    }
}

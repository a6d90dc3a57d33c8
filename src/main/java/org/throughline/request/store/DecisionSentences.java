package org.throughline.request.store;

import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in a sentence what was decided and why, from the values and from the descriptions of the rules that fired. */
@Component
class DecisionSentences {

    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, h:mm a", Locale.US);

    /** Values that say that there is none. */
    private static final Set<Object> NOTHING = Set.of("", "NONE");

    /** A decision of its own: {@code Priority: P2, done within (minutes) 60. Others may have …}. */
    String of(MadeDecision one) {
        List<String> values = new ArrayList<>();
        one.outputs.forEach((variable, value) -> {
            if (value != null && !NOTHING.contains(value)) {
                String label = Objects.requireNonNull(one.labels.get(variable));
                values.add((label.equalsIgnoreCase(one.name) ? "" : lower(label) + " ") + words(value));
            }
        });
        StringBuilder sentence = new StringBuilder(one.name).append(": ");
        sentence.append(values.isEmpty() ? "nothing applies" : String.join(", ", values))
                .append('.');
        one.reasons().forEach(why -> sentence.append(' ').append(ended(why)));
        return sentence.toString();
    }

    /**
     * A decision that gathers others: where the request went and why, the license and the priority, each with the reason
     * of the decision that gave it.
     *
     * @param below the decisions that it was made from
     * @param dueAt when the request is due as it stands now
     */
    String together(MadeDecision one, List<MadeDecision> below, @Nullable OffsetDateTime dueAt) {
        Object queue = one.outputs.get("queue");
        if (queue == null) {
            return of(one);
        }
        List<String> parts = new ArrayList<>();
        boolean automation = "AUTOMATION".equals(one.outputs.get("route"));
        parts.add((automation ? "Went to automation" : "Went to " + words(queue)) + why("route", below, ": "));
        if (Boolean.TRUE.equals(one.outputs.get("licenseRequired"))) {
            parts.add("needs a licensed person"
                    + in(one.outputs.get("licenseState"), one.outputs.get("licenseLines"))
                    + why("licenseRequired", below, " because "));
        }
        Object priority = one.outputs.get("priority");
        if (priority != null) {
            parts.add("priority " + priority + why("priority", below, " because "));
        }
        if (dueAt != null) {
            parts.add("due " + dueAt.format(DAY_AND_TIME));
        }
        return String.join("; ", parts) + ".";
    }

    private static String in(@Nullable Object state, @Nullable Object lines) {
        String text = (state == null ? "" : state + " ") + (lines == null ? "" : words(lines));
        return text.isBlank() ? "" : " (" + text.strip() + ")";
    }

    /** The reasons of the decision that gave an output. */
    private static String why(String output, List<MadeDecision> below, String before) {
        Optional<MadeDecision> giver = below.stream()
                .filter(decision -> decision.outputs.containsKey(output))
                .findFirst();
        String reasons = giver.map(decision -> String.join(
                        ", ",
                        decision.rules.values().stream()
                                .map(rule -> rule.why())
                                .filter(Objects::nonNull)
                                .map(DecisionSentences::clause)
                                .toList()))
                .orElse("");
        return reasons.isEmpty() ? "" : before + reasons;
    }

    private static String clause(String sentence) {
        String text = sentence.strip();
        return lower(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
    }

    private static String ended(String sentence) {
        return sentence.endsWith(".") ? sentence : sentence + ".";
    }

    /** {@code account-managers} and {@code LICENSED_STAFF} as words, a sentence as part of another. */
    private static String words(Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        String text = value.toString();
        if (text.indexOf(' ') > 0) {
            return clause(text);
        }
        return text.matches("[A-Z]{2}[A-Z_,]+|[a-z]+(-[a-z]+)+")
                ? text.toLowerCase(Locale.ROOT)
                        .replace('_', ' ')
                        .replace('-', ' ')
                        .replace(",", ", ")
                : text;
    }

    /** An acronym at the beginning stays as it is. */
    private static String lower(String text) {
        boolean acronym =
                text.length() < 2 || Character.isUpperCase(text.charAt(1)) || Character.isDigit(text.charAt(1));
        return acronym ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}

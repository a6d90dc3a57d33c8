package org.throughline.request.store;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.throughline.request.DecisionRecord.FiredRule;

/** A decision while it is read from the history, row by row. */
final class MadeDecision {

    final String id;
    final @Nullable String root;
    final String key;
    final String name;
    final String definitionId;
    final OffsetDateTime at;
    final @Nullable String person;
    final Map<String, FiredRule> rules = new LinkedHashMap<>();
    final Map<String, @Nullable Object> inputs = new LinkedHashMap<>();
    final Map<String, @Nullable Object> outputs = new LinkedHashMap<>();
    final Map<String, String> labels = new LinkedHashMap<>();

    MadeDecision(
            String id,
            @Nullable String root,
            String key,
            String name,
            String definitionId,
            OffsetDateTime at,
            @Nullable String person) {
        this.id = id;
        this.root = root;
        this.key = key;
        this.name = name;
        this.definitionId = definitionId;
        this.at = at;
        this.person = person;
    }

    /** Takes what a rule gave; several rules of one table make a list. */
    void output(String variable, @Nullable String label, @Nullable Object value) {
        labels.put(variable, label == null || label.isBlank() ? variable : label);
        if (!outputs.containsKey(variable)) {
            outputs.put(variable, value);
        } else if (outputs.get(variable) instanceof ValuesOfRules several) {
            several.add(value);
        } else {
            outputs.put(variable, new ValuesOfRules(outputs.get(variable), value));
        }
    }

    /** The engine's definition ids are {@code key:version:id}; very long keys have no version in their id. */
    int version() {
        String[] parts = definitionId.split(":", -1);
        return parts.length == 3 ? Integer.parseInt(parts[1]) : 0;
    }

    /** The reasons of its rules, or what the rules are called where they have none. */
    List<String> reasons() {
        return rules.values().stream()
                .map(rule -> rule.why() == null ? "Rule " + rule.id() : rule.why())
                .toList();
    }

    private static final class ValuesOfRules extends ArrayList<@Nullable Object> {

        private static final long serialVersionUID = 1L;

        ValuesOfRules(@Nullable Object first, @Nullable Object second) {
            add(first);
            add(second);
        }
    }
}

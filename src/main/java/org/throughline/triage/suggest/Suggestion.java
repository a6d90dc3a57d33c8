package org.throughline.triage.suggest;

import java.util.List;

/**
 * What work a text looks like. Only ever a suggestion: the tables decide.
 *
 * @param ranked work types with their probability, the likeliest first
 * @param agreement true where the judge of words, the judge of meaning and the phrases name the same type
 * @param familiarity likeness to the nearest learned example, 0 to 1; low means that nothing like it was learned
 * @param reasons words of the text that speak for the first type
 * @param modelVersion which model suggested it
 */
public record Suggestion(
        List<Scored> ranked, boolean agreement, double familiarity, List<String> reasons, String modelVersion) {

    /** A work type with its probability. */
    public record Scored(String workType, double probability) {}

    public Scored first() {
        return ranked.get(0);
    }

    /** By how much the first type is likelier than the second. */
    public double margin() {
        return ranked.size() < 2
                ? first().probability()
                : first().probability() - ranked.get(1).probability();
    }

    public double probability(String workType) {
        return ranked.stream()
                .filter(scored -> scored.workType().equals(workType))
                .map(Scored::probability)
                .findFirst()
                .orElse(0.0);
    }
}

package org.throughline.triage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.throughline.platform.text.QuickPattern;
import org.throughline.triage.suggest.TabSeparated;

/**
 * Judges whether a part of a message asks for work of its own or only explains the main thing. A logistic regression over
 * few features whose weights, each with its reason, stand in {@code triage/further-asks.tsv}; the evaluation's
 * {@code FurtherWeights} learns them from the calibration messages.
 */
@Component
class FurtherJudge {

    private static final Pattern WORD = Pattern.compile("\\s+");
    private static final QuickPattern ASKS = QuickPattern.compile(
            "\\b(please|pls|plz|can (you|we|u|i|somebody|someone)|could (you|we|i|somebody|someone)|would (you|like)|"
                    + "will you|needs?|want(s|ed)?|add|remove|take|drop|send|put|get|change|update|let me know|ask(s|ing)?|"
                    + "how much|what('?s| is| are)|when|why|who|do (we|i|you)|does|is (there|it)|are (we|they)|should|"
                    + "i'?d like|we'?d like|go ahead|make sure|request(ing|ed|s)?|call me|check|price|quote|cancel|shall|"
                    + "must|due|somebody|someone|wondering|looking for|help|advise|confirm|tell|"
                    + "necesit\\w+|quiero|quisiera|puede[ns]?|por favor|favor de)\\b|\\?",
            Pattern.CASE_INSENSITIVE);
    private static final QuickPattern GOES_ON = QuickPattern.compile(
            "^\\W*(also|and|plus|oh|p\\.?s|one more|another|separately|lastly|finally|second(ly)?|third(ly)?|regarding|"
                    + "tambi[eé]n|adem[aá]s|\\d[.)]|[-*•])",
            Pattern.CASE_INSENSITIVE);

    private final Map<Feature, Double> weights = new EnumMap<>(Feature.class);
    private final Map<Feature, Double> glances = new EnumMap<>(Feature.class);

    FurtherJudge() {
        for (List<String> cells : TabSeparated.rows("/triage/further-asks.tsv")) {
            Feature feature = Feature.valueOf(cells.get(0));
            weights.put(feature, Double.valueOf(cells.get(1)));
            glances.put(feature, Double.valueOf(cells.get(2)));
        }
        if (weights.size() != Feature.values().length) {
            throw new IllegalStateException("triage/further-asks.tsv has a weight for each of "
                    + List.of(Feature.values()) + " and holds " + weights.keySet());
        }
    }

    /** What is looked at. */
    enum Feature {
        /** Always 1. */
        BASE,
        /** Log odds of the work type for the part alone. */
        PART,
        /** Log odds of the work type for the whole message. */
        WHOLE,
        /** Whether the part has words that ask. */
        ASKS,
        /** Log odds of the part asking for anything, by its words. */
        WORDS_ASK,
        /** The same by its meaning. */
        MEANING_ASKS,
        /** Whether the part begins as something further does. */
        GOES_ON,
        /** Whether a carrier or a machine writes. */
        CARRIER,
        /** Logarithm of the part's number of words. */
        WORDS,
        /** Logarithm of the number of parts. */
        PARTS
    }

    static boolean goesOn(String part) {
        return GOES_ON.matcher(part).find();
    }

    /** The features of a part, before the work type's own are added. */
    static Map<Feature, Double> features(String part, int parts, boolean carrier) {
        Map<Feature, Double> features = new EnumMap<>(Feature.class);
        features.put(Feature.BASE, 1.0);
        features.put(Feature.ASKS, ASKS.matcher(part).find() ? 1.0 : 0);
        features.put(Feature.GOES_ON, goesOn(part) ? 1.0 : 0);
        features.put(Feature.CARRIER, carrier ? 1.0 : 0);
        features.put(Feature.WORDS, Math.log(WORD.split(part.strip(), -1).length + 1.0));
        features.put(Feature.PARTS, Math.log(parts));
        return features;
    }

    static double logOdds(double probability) {
        double certain = Math.min(0.998, Math.max(0.002, probability));
        return Math.log(certain / (1 - certain));
    }

    /** How likely it is that the part asks for work of its own, when its meaning was read. */
    double probability(Map<Feature, Double> features) {
        return probability(weights, features);
    }

    /** How likely it seems by the part's words alone. */
    double glance(Map<Feature, Double> features) {
        return probability(glances, features);
    }

    private static double probability(Map<Feature, Double> weights, Map<Feature, Double> features) {
        double sum = 0;
        for (Map.Entry<Feature, Double> weight : weights.entrySet()) {
            sum += weight.getValue() * features.getOrDefault(weight.getKey(), 0.0);
        }
        return 1 / (1 + Math.exp(-sum));
    }
}

package org.throughline.triage.suggest;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.throughline.triage.suggest.Suggestion.Scored;

/**
 * Suggests the work type of a text from three judges: its words, its meaning and the phrases of the agency's lexicon.
 * Their opinions are added as logarithms and brought to a probability by the calibrated temperature.
 */
public final class WorkTypeSuggester {

    /** How much the phrases weigh beside the learned judges: on the calibration set more of it only made them less sure. */
    private static final double PHRASES = 0.2;

    private static final double UNHEARD = 0.01;
    private static final int REASONS = 4;
    private static final double LEAST_REASON = 0.8;

    private final SuggestionModel model;
    private final @Nullable SentenceEncoder encoder;

    /** @param encoder null where this machine cannot run the sentence model; the words and phrases judge alone then */
    WorkTypeSuggester(SuggestionModel model, @Nullable SentenceEncoder encoder) {
        this.model = model;
        this.encoder = encoder;
    }

    public String modelVersion() {
        return model.version();
    }

    /** Writes the model, so that {@link Suggesters#read} finds it again. */
    public void write(OutputStream stream) throws IOException {
        GZIPOutputStream packed = new GZIPOutputStream(stream);
        DataOutputStream out = new DataOutputStream(new BufferedOutputStream(packed));
        model.save(out);
        out.flush();
        packed.finish();
    }

    /** A learned example by its place in what was learned from, and its likeness to a text, 0 to 1. */
    public record Near(int example, double likeness) {}

    /** The learned examples whose meaning is nearest to a text's; none where this machine cannot run the sentence model. */
    public List<Near> nearest(String text, int count) {
        return encoder == null ? List.of() : model.nearest(encoder.encode(text), count);
    }

    /**
     * Suggests for a whole message.
     *
     * @param phrases how strongly the lexicon's phrases speak for each work type, adding up to at most 1
     */
    public Suggestion suggest(String text, String channel, Map<String, Double> phrases) {
        double[] byWords = byWords(text, channel);
        float @Nullable [] meaning = encoder == null ? null : encoder.encode(text);
        double[] byMeaning = meaning == null ? null : model.meaning().logProbabilities(SparseVector.dense(meaning));
        List<Scored> ranked = ranked(byWords, byMeaning, phrases);
        String first = ranked.get(0).workType();
        boolean agreement = first.equals(best(byWords))
                && (byMeaning == null || first.equals(best(byMeaning)))
                && (phrases.isEmpty() || first.equals(strongest(phrases)));
        return new Suggestion(
                ranked,
                agreement,
                meaning == null ? 1 : model.familiarity(meaning),
                reasons(text, first),
                model.version());
    }

    /**
     * Looks at a part of a message, which costs a fraction of a millisecond; its meaning costs several more.
     *
     * @param phrases as for a whole message
     */
    public Glance glance(String text, String channel, Map<String, Double> phrases) {
        return new Glance(text, model.features().vector(text, channel), phrases);
    }

    /** What a glance at a part of a message shows, and the way to what it means. */
    public final class Glance {

        private final String text;
        private final SparseVector words;
        private final double[] byWords;
        private final Map<String, Double> phrases;

        private Glance(String text, SparseVector words, Map<String, Double> phrases) {
            this.text = text;
            this.words = words;
            this.byWords = model.words().logProbabilities(words);
            this.phrases = phrases;
        }

        /** The work types by words and phrases alone, the likeliest first. */
        public List<Scored> ranked() {
            return WorkTypeSuggester.this.ranked(byWords, null, phrases);
        }

        /** Logarithm of the odds that somebody asks for something here, by the words. */
        public double asks() {
            return model.asks().byWords(words);
        }

        /** The work types by meaning too; nothing where this machine cannot run the sentence model. */
        public Optional<Meant> meant() {
            if (encoder == null) {
                return Optional.empty();
            }
            SparseVector meaning = SparseVector.dense(encoder.encode(text));
            double[] byMeaning = model.meaning().logProbabilities(meaning);
            return Optional.of(new Meant(
                    WorkTypeSuggester.this.ranked(byWords, byMeaning, phrases),
                    model.asks().byMeaning(meaning)));
        }
    }

    /**
     * What a part of a message means.
     *
     * @param ranked work types with their probability, the likeliest first
     * @param asks logarithm of the odds that somebody asks for something here, by the meaning
     */
    public record Meant(List<Scored> ranked, double asks) {}

    static double[] joint(SuggestionModel model, String text, String channel, float[] meaning) {
        double[] joint = model.words().logProbabilities(model.features().vector(text, channel));
        add(joint, model.meaning().logProbabilities(SparseVector.dense(meaning)), 1);
        return joint;
    }

    static double[] softmax(double[] scores, double temperature) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double[] result = new double[scores.length];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            result[i] = Math.exp((scores[i] - highest) / temperature);
            sum += result[i];
        }
        for (int i = 0; i < scores.length; i++) {
            result[i] /= sum;
        }
        return result;
    }

    private double[] byWords(String text, String channel) {
        return model.words().logProbabilities(model.features().vector(text, channel));
    }

    private List<Scored> ranked(double[] byWords, double @Nullable [] byMeaning, Map<String, Double> phrases) {
        double[] joint = byWords.clone();
        if (byMeaning != null) {
            add(joint, byMeaning, 1);
        }
        addPhrases(joint, phrases);
        return ranked(softmax(joint, model.temperature()));
    }

    private void addPhrases(double[] joint, Map<String, Double> phrases) {
        if (phrases.isEmpty()) {
            return;
        }
        for (int i = 0; i < joint.length; i++) {
            joint[i] += PHRASES
                    * Math.log(UNHEARD + phrases.getOrDefault(model.types().get(i), 0.0));
        }
    }

    private static void add(double[] sum, double[] other, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * other[i];
        }
    }

    private List<Scored> ranked(double[] probabilities) {
        List<Scored> ranked = new ArrayList<>();
        for (int i = 0; i < probabilities.length; i++) {
            ranked.add(new Scored(model.types().get(i), probabilities[i]));
        }
        ranked.sort(Comparator.comparingDouble(Scored::probability).reversed());
        return List.copyOf(ranked);
    }

    private String best(double[] scores) {
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return model.types().get(best);
    }

    private static String strongest(Map<String, Double> phrases) {
        return phrases.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private List<String> reasons(String text, String workType) {
        int label = model.types().indexOf(workType);
        return model.features().knownWords(text).entrySet().stream()
                .map(word -> Map.entry(word.getKey(), model.words().weight(word.getValue(), label)))
                .filter(word -> word.getValue() > LEAST_REASON)
                .sorted(Map.Entry.<String, Float>comparingByValue().reversed())
                .limit(REASONS)
                .map(Map.Entry::getKey)
                .toList();
    }
}

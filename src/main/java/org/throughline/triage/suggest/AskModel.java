package org.throughline.triage.suggest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Tells a part of a message that asks for work from one that greets, explains, or says what is done already.
 *
 * @param words judges by the words of the part
 * @param meaning judges by its meaning
 */
record AskModel(LinearModel words, LinearModel meaning) {

    private static final int CLASSES = 2;
    private static final double WORDS_COST = 3;
    private static final double MEANING_COST = 3;

    /** The steps that {@link #learn} tells of. */
    static final int STEPS = 2 * CLASSES;

    static AskModel learn(
            List<Part> parts,
            List<SparseVector> words,
            int size,
            List<SparseVector> meanings,
            int dimensions,
            IntConsumer done) {
        int[] asks = parts.stream().mapToInt(part -> part.asks() ? 1 : 0).toArray();
        return new AskModel(
                LinearModel.train(words, asks, CLASSES, size, WORDS_COST, done),
                LinearModel.train(
                        meanings, asks, CLASSES, dimensions, MEANING_COST, step -> done.accept(CLASSES + step)));
    }

    /** Logarithm of the odds that a part with these words asks for something. */
    double byWords(SparseVector vector) {
        return logOdds(words.logProbabilities(vector));
    }

    /** Logarithm of the odds that a part with this meaning asks for something. */
    double byMeaning(SparseVector vector) {
        return logOdds(meaning.logProbabilities(vector));
    }

    private static double logOdds(double[] logProbabilities) {
        return logProbabilities[1] - logProbabilities[0];
    }

    void save(DataOutputStream out) throws IOException {
        words.save(out);
        meaning.save(out);
    }

    static AskModel load(DataInputStream in) throws IOException {
        return new AskModel(LinearModel.load(in), LinearModel.load(in));
    }
}

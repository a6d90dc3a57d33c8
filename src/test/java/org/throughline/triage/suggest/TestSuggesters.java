package org.throughline.triage.suggest;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Suggesters learned from a handful of examples within milliseconds. */
public final class TestSuggesters {

    private static final int DIMENSIONS = 64;

    private TestSuggesters() {}

    public static Suggesters learnedFrom(List<Example> examples, List<Example> calibration) {
        SentenceEncoder encoder = new WordCounts();
        return new Suggesters(suggester(encoder, List.of(), examples, calibration), encoder, List.of());
    }

    static WorkTypeSuggester suggester(
            SentenceEncoder encoder, List<Part> parts, List<Example> examples, List<Example> calibration) {
        return new WorkTypeSuggester(new ModelTrainer(encoder, parts).train(examples, calibration), encoder);
    }

    /** Stands for the sentence model: texts with the same words are near each other. */
    static final class WordCounts implements SentenceEncoder {

        @Override
        public int dimensions() {
            return DIMENSIONS;
        }

        @Override
        public float[] encode(String text) {
            float[] counts = new float[DIMENSIONS];
            Pattern.compile("\\W+")
                    .splitAsStream(text.toLowerCase(Locale.ROOT))
                    .forEach(word -> counts[Math.floorMod(word.hashCode(), DIMENSIONS)]++);
            double square = 0;
            for (float count : counts) {
                square += count * count;
            }
            float length = (float) Math.sqrt(square);
            for (int i = 0; i < DIMENSIONS; i++) {
                counts[i] /= length;
            }
            return counts;
        }
    }
}

package org.throughline.triage.suggest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.throughline.triage.suggest.WorkTypeSuggester.Near;

/**
 * What was learned from a corpus, ready to suggest.
 *
 * @param version what it was learned from, as a digest; kept with every suggestion
 * @param types the work types by their number in the models
 * @param words judges by the words of a text
 * @param meaning judges by the meaning of a text
 * @param asks tells what asks for work from what does not
 * @param temperature divides the joint score so that the confidence is the share of right suggestions
 * @param known the learned examples by their meaning, in whole numbers of a byte's range, to tell the unfamiliar; held as
 *     int, whose products the Java virtual machine adds up several at a time
 */
record SuggestionModel(
        String version,
        List<String> types,
        TextFeatures features,
        LinearModel words,
        LinearModel meaning,
        AskModel asks,
        double temperature,
        int[][] known) {

    private static final int FORMAT = 2;

    SuggestionModel withTemperature(double fitted) {
        return new SuggestionModel(version, types, features, words, meaning, asks, fitted, known);
    }

    void save(DataOutputStream out) throws IOException {
        out.writeInt(FORMAT);
        out.writeUTF(version);
        out.writeInt(types.size());
        for (String type : types) {
            out.writeUTF(type);
        }
        out.writeDouble(temperature);
        features.save(out);
        words.save(out);
        meaning.save(out);
        asks.save(out);
        out.writeInt(known.length);
        out.writeInt(known.length == 0 ? 0 : known[0].length);
        for (int[] example : known) {
            for (int value : example) {
                out.writeByte(value);
            }
        }
    }

    /** @throws IOException if the model cannot be read or is of another format */
    static SuggestionModel load(DataInputStream in) throws IOException {
        String version = version(in);
        List<String> types = new ArrayList<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            types.add(in.readUTF());
        }
        double temperature = in.readDouble();
        TextFeatures features = TextFeatures.load(in);
        LinearModel words = LinearModel.load(in);
        LinearModel meaning = LinearModel.load(in);
        AskModel asks = AskModel.load(in);
        int[][] known = new int[in.readInt()][];
        int dimensions = in.readInt();
        for (int i = 0; i < known.length; i++) {
            byte[] example = in.readNBytes(dimensions);
            known[i] = new int[dimensions];
            Arrays.setAll(known[i], dimension -> example[dimension]);
        }
        return new SuggestionModel(version, List.copyOf(types), features, words, meaning, asks, temperature, known);
    }

    /** Reads just the beginning: which model it is. */
    static String version(DataInputStream in) throws IOException {
        int format = in.readInt();
        if (format != FORMAT) {
            throw new IOException("The model has format " + format + ", not " + FORMAT);
        }
        return in.readUTF();
    }

    static int[] quantized(float[] unit) {
        int[] values = new int[unit.length];
        for (int i = 0; i < unit.length; i++) {
            values[i] = Math.round(Math.max(-127, Math.min(127, unit[i] * 255)));
        }
        return values;
    }

    /** The highest likeness (cosine, 0 to 1) of a text to a learned example. */
    double familiarity(float[] unit) {
        int[] text = quantized(unit);
        int best = 0;
        for (int[] example : known) {
            best = Math.max(best, product(text, example));
        }
        return likeness(best);
    }

    /** The learned examples that are likest to a text, the likest first. */
    List<Near> nearest(float[] unit, int count) {
        int[] text = quantized(unit);
        return IntStream.range(0, known.length)
                .mapToObj(place -> new Near(place, likeness(product(text, known[place]))))
                .sorted(Comparator.comparingDouble(Near::likeness).reversed())
                .limit(count)
                .toList();
    }

    private static double likeness(int product) {
        return Math.max(0, Math.min(1, product / (255.0 * 255.0)));
    }

    private static int product(int[] one, int[] other) {
        int product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }
}

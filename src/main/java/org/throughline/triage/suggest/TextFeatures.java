package org.throughline.triage.suggest;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What the words of a text say: words and pairs of words, and runs of three to five letters within a word (so that
 * misspellings still count), each weighted by how rare it is in the corpus; and the channel.
 */
final class TextFeatures {

    private static final List<String> CHANNELS =
            List.of("EMAIL", "PHONE", "VOICEMAIL", "SMS", "PORTAL", "FORM", "CARRIER_FEED", "SYSTEM");
    private static final double CHANNEL_WEIGHT = 0.5;
    private static final int LEAST_TEXTS = 2;
    private static final int LONGEST_TEXT = 6_000;
    private static final int SHORTEST_RUN = 3;
    private static final int LONGEST_RUN = 5;

    private final Map<String, Term> words;
    private final Map<String, Term> runs;
    private final int size;

    /** A word, pair or run with its place in the vector and its weight. */
    private record Term(int index, float weight) {}

    private TextFeatures(Map<String, Term> words, Map<String, Term> runs) {
        this.words = words;
        this.runs = runs;
        this.size = words.size() + runs.size() + CHANNELS.size();
    }

    static TextFeatures learn(List<Example> examples) {
        Map<String, Integer> wordTexts = new TreeMap<>();
        Map<String, Integer> runTexts = new TreeMap<>();
        for (Example example : examples) {
            String text = normal(example.text());
            new HashSet<>(counts(text, TextFeatures::eachWord).keySet())
                    .forEach(word -> wordTexts.merge(word, 1, Integer::sum));
            new HashSet<>(counts(text, TextFeatures::eachRun).keySet())
                    .forEach(run -> runTexts.merge(run, 1, Integer::sum));
        }
        Map<String, Term> words = terms(wordTexts, examples.size(), 0);
        return new TextFeatures(words, terms(runTexts, examples.size(), words.size()));
    }

    private static Map<String, Term> terms(Map<String, Integer> texts, int all, int first) {
        Map<String, Term> terms = new LinkedHashMap<>();
        texts.forEach((term, count) -> {
            if (count >= LEAST_TEXTS) {
                double weight = Math.log((1.0 + all) / (1.0 + count)) + 1;
                terms.put(term, new Term(first + terms.size(), (float) weight));
            }
        });
        return terms;
    }

    /** Length of the vectors. */
    int size() {
        return size;
    }

    SparseVector vector(String text, String channel) {
        String normal = normal(text);
        SparseVector.Builder entries = new SparseVector.Builder();
        addUnit(counts(normal, TextFeatures::eachWord), words, entries);
        addUnit(counts(normal, TextFeatures::eachRun), runs, entries);
        int known = CHANNELS.indexOf(channel);
        if (known >= 0) {
            entries.add(words.size() + runs.size() + known, CHANNEL_WEIGHT);
        }
        return entries.build();
    }

    /** The words and pairs of a text that the corpus knows, with their place in the vector. */
    Map<String, Integer> knownWords(String text) {
        Map<String, Integer> known = new LinkedHashMap<>();
        eachWord(normal(text), word -> {
            Term term = words.get(word);
            if (term != null) {
                known.put(word, term.index());
            }
        });
        return known;
    }

    private static void addUnit(Map<String, Integer> counts, Map<String, Term> terms, SparseVector.Builder entries) {
        int[] indexes = new int[counts.size()];
        double[] values = new double[counts.size()];
        int known = 0;
        double square = 0;
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            Term term = terms.get(count.getKey());
            if (term != null) {
                double value = (1 + Math.log(count.getValue())) * term.weight();
                indexes[known] = term.index();
                values[known++] = value;
                square += value * value;
            }
        }
        double length = Math.sqrt(square);
        for (int i = 0; i < known; i++) {
            entries.add(indexes[i], values[i] / length);
        }
    }

    private static Map<String, Integer> counts(String text, Terms terms) {
        Map<String, Integer> counts = new HashMap<>();
        terms.each(text, term -> counts.merge(term, 1, Integer::sum));
        return counts;
    }

    private interface Terms {
        void each(String text, Consumer<String> consumer);
    }

    private static String normal(String text) {
        String begin = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
        return begin.toLowerCase(Locale.ROOT);
    }

    private static void eachWord(String text, Consumer<String> consumer) {
        String before = "";
        int length = text.length();
        int from = -1;
        for (int i = 0; i <= length; i++) {
            boolean inside = i < length && Character.isLetterOrDigit(text.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                String word = text.substring(from, i);
                consumer.accept(word);
                if (!before.isEmpty()) {
                    consumer.accept(before + " " + word);
                }
                before = word;
                from = -1;
            }
        }
    }

    private static void eachRun(String text, Consumer<String> consumer) {
        int length = text.length();
        int from = -1;
        for (int i = 0; i <= length; i++) {
            boolean inside = i < length && !Character.isWhitespace(text.charAt(i));
            if (inside && from < 0) {
                from = i;
            } else if (!inside && from >= 0) {
                runsOf(" " + text.substring(from, i) + " ", consumer);
                from = -1;
            }
        }
    }

    private static void runsOf(String padded, Consumer<String> consumer) {
        for (int n = SHORTEST_RUN; n <= LONGEST_RUN; n++) {
            if (padded.length() <= n) {
                consumer.accept(padded);
                return;
            }
            for (int at = 0; at + n <= padded.length(); at++) {
                consumer.accept(padded.substring(at, at + n));
            }
        }
    }

    void save(DataOutputStream out) throws IOException {
        save(words, out);
        save(runs, out);
    }

    static TextFeatures load(DataInputStream in) throws IOException {
        Map<String, Term> words = load(in, 0);
        return new TextFeatures(words, load(in, words.size()));
    }

    private static void save(Map<String, Term> terms, DataOutputStream out) throws IOException {
        out.writeInt(terms.size());
        for (Map.Entry<String, Term> term : terms.entrySet()) {
            out.writeUTF(term.getKey());
            out.writeFloat(term.getValue().weight());
        }
    }

    private static Map<String, Term> load(DataInputStream in, int first) throws IOException {
        int count = in.readInt();
        Map<String, Term> terms = new LinkedHashMap<>(count * 2);
        for (int i = 0; i < count; i++) {
            terms.put(in.readUTF(), new Term(first + i, in.readFloat()));
        }
        return terms;
    }
}

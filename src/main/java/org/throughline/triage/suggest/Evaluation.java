package org.throughline.triage.suggest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How well types were suggested for examples whose type is known. Shares are numbers from 0 to 1. */
public final class Evaluation {

    private static final int BINS = 10;
    private static final int TOP = 3;

    private final List<Judged> judged = new ArrayList<>();

    /**
     * One suggestion held against the truth.
     *
     * @param rank place of the true type among the suggested ones from 0; negative where it is not among them
     */
    private record Judged(String truth, String suggested, double confidence, int rank) {

        boolean right() {
            return truth.equals(suggested);
        }
    }

    /** How well one type is told from the others; {@code examples} are those that truly are of it. */
    public record TypeScore(String workType, int examples, double precision, double recall) {}

    /** How often examples of one type were taken for another. */
    public record Confusion(String truth, String suggested, int count) {}

    /**
     * Adds one example.
     *
     * @param ranked the suggested types, the likeliest first
     * @param confidence probability of the first of them
     */
    public void add(String truth, List<String> ranked, double confidence) {
        judged.add(new Judged(truth, ranked.isEmpty() ? "" : ranked.get(0), confidence, ranked.indexOf(truth)));
    }

    /** Adds one example by what the suggester said of it. */
    public void add(String truth, Suggestion suggestion) {
        add(
                truth,
                suggestion.ranked().stream().map(Suggestion.Scored::workType).toList(),
                suggestion.first().probability());
    }

    public int size() {
        return judged.size();
    }

    public double accuracy() {
        return share(judged.stream().filter(Judged::right).count());
    }

    /** Share of the examples whose type is among the first three suggested. */
    public double topThree() {
        return share(judged.stream()
                .filter(one -> one.rank() >= 0 && one.rank() < TOP)
                .count());
    }

    /** Mean over the types of the harmonic mean of precision and recall. */
    public double macroF1() {
        return counts().values().stream()
                .filter(count -> count.right + count.missed > 0)
                .collect(Collectors.averagingDouble(
                        count -> 2.0 * count.right / (2.0 * count.right + count.wrong + count.missed)));
    }

    /** Mean distance between confidence and share of right suggestions, over ten bins. */
    public double calibrationError() {
        double[] confidence = new double[BINS];
        double[] right = new double[BINS];
        for (Judged one : judged) {
            int bin = Math.min(BINS - 1, (int) (one.confidence() * BINS));
            confidence[bin] += one.confidence();
            right[bin] += one.right() ? 1 : 0;
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return judged.isEmpty() ? 0 : error / judged.size();
    }

    /** Largest share of the most confident suggestions that are right at least this often. */
    public double coverage(double precision) {
        List<Judged> sorted = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                .toList();
        int right = 0;
        int covered = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            if (right >= precision * (i + 1)) {
                covered = i + 1;
            }
        }
        return share(covered);
    }

    /** Each type that an example has, by name. */
    public List<TypeScore> types() {
        List<TypeScore> scores = new ArrayList<>();
        counts().forEach((type, count) -> {
            int examples = count.right + count.missed;
            if (examples > 0) {
                int suggested = count.right + count.wrong;
                scores.add(new TypeScore(
                        type,
                        examples,
                        suggested == 0 ? 0 : (double) count.right / suggested,
                        (double) count.right / examples));
            }
        });
        return scores;
    }

    /** Pairs of types that were mistaken, the most frequent first. */
    public List<Confusion> confusions() {
        Map<String, Map<String, Integer>> pairs = new TreeMap<>();
        judged.stream()
                .filter(one -> !one.right())
                .forEach(one -> pairs.computeIfAbsent(one.truth(), truth -> new TreeMap<>())
                        .merge(one.suggested(), 1, Integer::sum));
        List<Confusion> confusions = new ArrayList<>();
        pairs.forEach((truth, taken) ->
                taken.forEach((suggested, count) -> confusions.add(new Confusion(truth, suggested, count))));
        confusions.sort(Collections.reverseOrder(Comparator.comparingInt(Confusion::count)));
        return confusions;
    }

    private static final class Count {
        private int right;
        private int wrong;
        private int missed;
    }

    private Map<String, Count> counts() {
        Map<String, Count> counts = new TreeMap<>();
        for (Judged one : judged) {
            Count truth = counts.computeIfAbsent(one.truth(), type -> new Count());
            Count suggested = counts.computeIfAbsent(one.suggested(), type -> new Count());
            truth.right += one.right() ? 1 : 0;
            truth.missed += one.right() ? 0 : 1;
            suggested.wrong += one.right() ? 0 : 1;
        }
        return counts;
    }

    private double share(long count) {
        return judged.isEmpty() ? 0 : (double) count / judged.size();
    }
}

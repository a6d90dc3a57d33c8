package org.throughline.triage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How well types were suggested for examples whose type is known. */
final class Metrics {

    private static final int BINS = 10;

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

    void add(String truth, List<String> ranked, double confidence) {
        judged.add(new Judged(truth, ranked.isEmpty() ? "" : ranked.get(0), confidence, ranked.indexOf(truth)));
    }

    double accuracy() {
        return share(judged.stream().filter(Judged::right).count());
    }

    double topThree() {
        return share(
                judged.stream().filter(one -> one.rank() >= 0 && one.rank() < 3).count());
    }

    /** Mean over the types of the harmonic mean of precision and recall. */
    double macroF1() {
        Map<String, int[]> counts = new TreeMap<>();
        for (Judged one : judged) {
            counts.computeIfAbsent(one.truth(), type -> new int[3]);
            counts.computeIfAbsent(one.suggested(), type -> new int[3]);
            counts.get(one.truth())[one.right() ? 0 : 2]++;
            counts.get(one.suggested())[1] += one.right() ? 0 : 1;
        }
        return counts.values().stream()
                .filter(count -> count[0] + count[2] > 0)
                .mapToDouble(count -> 2.0 * count[0] / (2.0 * count[0] + count[1] + count[2]))
                .average()
                .orElse(0);
    }

    /** Mean distance between confidence and share of right suggestions, over ten bins. */
    double calibrationError() {
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
        return error / judged.size();
    }

    /** Largest share of the most confident suggestions that are right at least this often. */
    double coverage(double precision) {
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

    String line(String name) {
        return String.format(
                Locale.ROOT,
                "%-34s %8.3f %8.3f %8.3f %8.3f %8.2f %8.2f",
                name,
                accuracy(),
                macroF1(),
                topThree(),
                calibrationError(),
                coverage(0.98),
                coverage(0.95));
    }

    private double share(long count) {
        return judged.isEmpty() ? 0 : (double) count / judged.size();
    }
}

package org.throughline.triage.learning;

import java.util.List;
import java.util.function.Function;
import org.throughline.triage.suggest.Evaluation;
import org.throughline.triage.suggest.Evaluation.Confusion;
import org.throughline.triage.suggest.Evaluation.TypeScore;
import org.throughline.triage.suggest.Example;
import org.throughline.triage.suggest.Suggestion;

/**
 * A candidate beside the model that was active when it was learned, both measured on the frozen messages.
 *
 * @param comparedWith version of the model it is compared with
 * @param learnedFrom how many examples it was learned from
 * @param seconds how long learning took
 * @param changed frozen messages that the two answer differently
 */
public record ModelReport(
        String comparedWith, int learnedFrom, long seconds, Figures before, Figures after, List<Changed> changed) {

    private static final int CONFUSIONS = 25;
    private static final int SHOWN_TEXT = 400;

    /** Shares are from 0 to 1. */
    public record Figures(
            int messages,
            double accuracy,
            double macroF1,
            double topThree,
            double calibrationError,
            double coverageAt98,
            double coverageAt95,
            List<TypeScore> workTypes,
            List<Confusion> confusions) {

        static Figures of(Evaluation evaluation) {
            return new Figures(
                    evaluation.size(),
                    evaluation.accuracy(),
                    evaluation.macroF1(),
                    evaluation.topThree(),
                    evaluation.calibrationError(),
                    evaluation.coverage(0.98),
                    evaluation.coverage(0.95),
                    evaluation.types(),
                    evaluation.confusions().stream().limit(CONFUSIONS).toList());
        }
    }

    /** A message whose first suggestion changed. */
    public record Changed(
            String text,
            String workType,
            String before,
            double confidenceBefore,
            String after,
            double confidenceAfter,
            Verdict verdict) {}

    /** What a change is worth. */
    public enum Verdict {
        BETTER,
        WORSE,
        OTHER
    }

    /** A frozen message with both answers. */
    record Compared(Example example, Suggestion before, Suggestion after) {

        Changed changed() {
            String truth = example.workType();
            String was = before.first().workType();
            String is = after.first().workType();
            Verdict verdict = Verdict.OTHER;
            if (is.equals(truth)) {
                verdict = Verdict.BETTER;
            } else if (was.equals(truth)) {
                verdict = Verdict.WORSE;
            }
            String text = example.text();
            return new Changed(
                    text.length() <= SHOWN_TEXT ? text : text.substring(0, SHOWN_TEXT) + "…",
                    truth,
                    was,
                    before.first().probability(),
                    is,
                    after.first().probability(),
                    verdict);
        }
    }

    static ModelReport of(String comparedWith, int learnedFrom, long seconds, List<Compared> compared) {
        return new ModelReport(
                comparedWith,
                learnedFrom,
                seconds,
                figures(compared, Compared::before),
                figures(compared, Compared::after),
                compared.stream()
                        .filter(one -> !one.before()
                                .first()
                                .workType()
                                .equals(one.after().first().workType()))
                        .map(Compared::changed)
                        .toList());
    }

    private static Figures figures(List<Compared> compared, Function<Compared, Suggestion> which) {
        Evaluation evaluation = new Evaluation();
        compared.forEach(one -> evaluation.add(one.example().workType(), which.apply(one)));
        return Figures.of(evaluation);
    }
}

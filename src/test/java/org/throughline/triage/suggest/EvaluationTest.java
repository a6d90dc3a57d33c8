package org.throughline.triage.suggest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.throughline.triage.suggest.Evaluation.Confusion;
import org.throughline.triage.suggest.Evaluation.TypeScore;

class EvaluationTest {

    private final Evaluation evaluation = new Evaluation();

    EvaluationTest() {
        evaluation.add("A", List.of("A", "B", "C"), 0.95);
        evaluation.add("A", List.of("A", "B", "C"), 0.85);
        evaluation.add("B", List.of("A", "B", "C"), 0.75);
        evaluation.add("C", List.of("C", "A", "B"), 0.65);
        evaluation.add("D", List.of("C", "A", "B", "D"), 0.35);
    }

    @Test
    void countsWhatIsRightAtOnceAndAmongTheFirstThree() {
        assertThat(evaluation.accuracy()).isEqualTo(0.6);
        assertThat(evaluation.topThree()).isEqualTo(0.8);
    }

    @Test
    void givesEachTypeThePrecisionAndRecallOfItsOwn() {
        assertThat(evaluation.types())
                .containsExactly(
                        new TypeScore("A", 2, 2.0 / 3, 1),
                        new TypeScore("B", 1, 0, 0),
                        new TypeScore("C", 1, 0.5, 1),
                        new TypeScore("D", 1, 0, 0));
        assertThat(evaluation.macroF1()).isCloseTo((0.8 + 0 + 2.0 / 3 + 0) / 4, within(1e-9));
    }

    @Test
    void namesThePairsThatWereMistaken() {
        assertThat(evaluation.confusions())
                .containsExactlyInAnyOrder(new Confusion("B", "A", 1), new Confusion("D", "C", 1));
    }

    @Test
    void coversAsMuchAsStaysPreciseEnough() {
        assertThat(evaluation.coverage(0.98)).isEqualTo(0.4);
        assertThat(evaluation.coverage(0.75)).isEqualTo(0.8);
    }

    @Test
    void measuresHowFarConfidenceIsFromTheTruth() {
        assertThat(evaluation.calibrationError()).isCloseTo((0.05 + 0.15 + 0.75 + 0.35 + 0.35) / 5, within(1e-9));
    }

    @Test
    void measuresNothingOfNothing() {
        Evaluation empty = new Evaluation();

        assertThat(empty.accuracy()).isZero();
        assertThat(empty.calibrationError()).isZero();
        assertThat(empty.macroF1()).isZero();
    }
}

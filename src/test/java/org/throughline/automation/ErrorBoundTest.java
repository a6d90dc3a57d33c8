package org.throughline.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.throughline.automation.AutomationProperties.Threshold;

class ErrorBoundTest {

    /** Upper limits as tables of exact binomial confidence limits and {@code qbeta(0.95, k + 1, n - k)} give them. */
    @ParameterizedTest
    @CsvSource({
        "0, 10, 0.25887",
        "1, 10, 0.39416",
        "2, 10, 0.50690",
        "5, 10, 0.77756",
        "0, 59, 0.04951",
        "1, 50, 0.09140",
        "2, 100, 0.06162",
        "0, 300, 0.00994",
        "9, 10, 0.99488"
    })
    void isTheExactBound(int errors, int outcomes, double bound) {
        assertThat(ErrorBound.upper(errors, outcomes)).isCloseTo(bound, within(0.00005));
    }

    @Test
    void knowsNothingWithoutOutcomes() {
        assertThat(ErrorBound.upper(0, 0)).isEqualTo(1);
        assertThat(ErrorBound.upper(7, 7)).isEqualTo(1);
        assertThatThrownBy(() -> ErrorBound.upper(2, 1)).hasMessageContaining("2 errors in 1");
    }

    @Test
    void doesNotOverflowOnManyOutcomes() {
        assertThat(ErrorBound.upper(500, 50_000)).isBetween(0.0107, 0.0109);
    }

    @Test
    void saysHowManyMoreAreNeeded() {
        Threshold threshold = new Threshold(30, 0.05);

        assertThat(new Evidence(0, 0, 0).missing(threshold)).isEqualTo(59);
        assertThat(new Evidence(58, 0, 0).missing(threshold)).isEqualTo(1);
        assertThat(new Evidence(59, 0, 0).missing(threshold)).isZero();
        assertThat(new Evidence(59, 1, 0).missing(threshold)).isEqualTo(93 - 59);
        assertThat(new Evidence(3, 0, 0).missing(new Threshold(30, 1))).isEqualTo(27);
    }
}

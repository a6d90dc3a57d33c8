package org.throughline.intake.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");

    private final Throttle throttle = new Throttle(3, Duration.ofHours(1));

    @Test
    void stopsACallerWhoCallsTooOftenAndNobodyElse() {
        for (int i = 0; i < 3; i++) {
            assertThat(throttle.allow("one", NOW)).isTrue();
        }

        assertThat(throttle.allow("one", NOW)).isFalse();
        assertThat(throttle.allow("two", NOW)).isTrue();
    }

    @Test
    void letsHimCallAgainAfterAWhile() {
        for (int i = 0; i < 4; i++) {
            throttle.allow("one", NOW);
        }

        assertThat(throttle.allow("one", NOW.plus(Duration.ofMinutes(19)))).isFalse();
        assertThat(throttle.allow("one", NOW.plus(Duration.ofMinutes(21)))).isTrue();
        assertThat(throttle.allow("one", NOW.plus(Duration.ofMinutes(21)))).isFalse();
    }

    @Test
    void remembersABoundedNumberOfCallers() {
        for (int i = 0; i < 50_000; i++) {
            throttle.allow("caller " + i, NOW);
        }

        assertThat(throttle.callers()).isEqualTo(20_000);
    }
}

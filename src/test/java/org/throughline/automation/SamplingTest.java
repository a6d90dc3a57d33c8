package org.throughline.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.throughline.automation.store.AutomationTables;

class SamplingTest {

    private final Sampling sampling = new Sampling(() -> "a secret of this agency");

    private static String number(int i) {
        return "SR-2026-" + String.format("%06d", i);
    }

    @Test
    void drawsTheSameForTheSameRequest() {
        assertThat(sampling.draw(number(7))).isEqualTo(sampling.draw(number(7))).isBetween(0.0, 100.0);
        assertThat(new Sampling(() -> "another secret").draw(number(7))).isNotEqualTo(sampling.draw(number(7)));
    }

    @Test
    void looksAtTheShareThatWasDecided() {
        for (int percent : new int[] {0, 5, 25, 100}) {
            long chosen = IntStream.range(0, 10_000)
                    .filter(i -> sampling.chosen(number(i), percent))
                    .count();
            assertThat(chosen / 100.0).isCloseTo(percent, within(1.0));
        }
    }

    @Test
    void aHigherRateOnlyAddsRequests() {
        assertThat(IntStream.range(0, 1_000).filter(i -> sampling.chosen(number(i), 5)))
                .allMatch(i -> sampling.chosen(number(i), 6));
    }

    @Test
    void theKeyIsMadeOnceAndKept() {
        AutomationTables tables = new AutomationTables(Clock.systemUTC());

        assertThat(tables.sampling().draw(number(1)))
                .isEqualTo(tables.sampling().draw(number(1)));
        assertThat(tables.jdbc()
                        .sql("select secret from automation_sampling_key")
                        .query(String.class)
                        .single())
                .hasSize(64);
    }
}

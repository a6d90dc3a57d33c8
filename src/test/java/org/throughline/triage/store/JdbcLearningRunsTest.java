package org.throughline.triage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.throughline.triage.learning.LearningRun;
import org.throughline.triage.learning.LearningRun.State;
import org.throughline.triage.learning.LearningRuns;
import org.throughline.triage.suggest.LearningProgress.Stage;

class JdbcLearningRunsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T18:00:00Z");

    private final LearningTables tables = new LearningTables();
    private final LearningRuns runs = tables.runs(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void letsOneRunAtATimeOnAllNodes() {
        String first = runs.begin("ana").orElseThrow();

        assertThat(tables.runs(Clock.fixed(NOON.plusSeconds(100), ZoneOffset.UTC))
                        .begin("bob"))
                .isEmpty();
        runs.end(first, State.DONE, "", "abc");
        assertThat(runs.last()).map(LearningRun::version).contains("abc");
        assertThat(runs.begin("bob")).isPresent();
    }

    @Test
    void takesARunWithoutASignForLost() {
        String dead = runs.begin("ana").orElseThrow();
        LearningRuns later = tables.runs(Clock.fixed(NOON.plus(Duration.ofMinutes(3)), ZoneOffset.UTC));

        assertThat(later.last()).map(LearningRun::state).contains(State.LOST);
        assertThat(later.begin("bob")).isPresent();
        assertThat(runs.at(dead, Stage.LEARNING, 1, 2)).isFalse();
    }

    @Test
    void tellsTheRunThatItShallEnd() {
        String run = runs.begin("ana").orElseThrow();
        assertThat(runs.at(run, Stage.LEARNING, 3, 94)).isTrue();
        assertThat(runs.last()).hasValueSatisfying(last -> {
            assertThat(last.stage()).isEqualTo(Stage.LEARNING);
            assertThat(last.done()).isEqualTo(3);
            assertThat(last.steps()).isEqualTo(94);
        });

        assertThat(runs.askToCancel()).isTrue();

        assertThat(runs.at(run, Stage.LEARNING, 4, 94)).isFalse();
        runs.end(run, State.CANCELED, "", null);
        assertThat(runs.askToCancel()).isFalse();
    }
}

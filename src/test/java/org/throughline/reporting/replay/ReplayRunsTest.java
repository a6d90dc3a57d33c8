package org.throughline.reporting.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.throughline.reporting.Period;
import org.throughline.reporting.projection.ReportingEngine;
import org.throughline.reporting.replay.ReplayDifference.Change;
import org.throughline.reporting.replay.ReplayDifference.Fired;
import org.throughline.reporting.replay.ReplayRun.State;

class ReplayRunsTest {

    private static final Instant BEGAN = Instant.parse("2026-11-23T20:00:00Z");

    private final ReportingEngine database = new ReportingEngine();
    private Instant now = BEGAN;
    private final ReplayRuns runs =
            new ReplayRuns(database.jdbc(), database.batches(), new ObjectMapper(), database.agency(), new Moving());

    private final class Moving extends Clock {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void keepsWhatWasFoundForEveryNode() {
        String id = begin();
        ReplayDifference first = difference("SR-2026-000002");
        ReplayDifference second = difference("SR-2026-000001");
        assertThat(runs.at(id, 1, 2)).isTrue();
        runs.found(id, 0, List.of(first));
        runs.found(id, 1, List.of(second));
        runs.done(id, new ReplayTally(now).result(2, Map.of(), List.of("a note"), Map.of("r", "why"), 12));

        ReplayRun run = runs.find(id).orElseThrow();

        assertThat(run.state()).isEqualTo(State.DONE);
        assertThat(run.startedAt()).isEqualTo("2026-11-23T14:00:00-06:00");
        assertThat(run.result()).isNotNull();
        assertThat(runs.differences(id, 0, 10)).containsExactly(first, second);
        assertThat(runs.differences(id, 1, 1)).containsExactly(second);
        assertThat(runs.countDifferences(id)).isEqualTo(2);
        assertThat(runs.list(0, 10))
                .singleElement()
                .satisfies(one -> assertThat(one.result()).isNull());
    }

    @Test
    void aRunThatIsCanceledIsToldSo() {
        String id = begin();

        assertThat(runs.askToCancel(id)).isTrue();

        assertThat(runs.at(id, 1, 2)).isFalse();
        runs.ended(id, State.CANCELED, "");
        assertThat(runs.find(id))
                .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(State.CANCELED));
        assertThat(runs.askToCancel(id)).isFalse();
    }

    @Test
    void aRunWhoseNodeDiedIsLost() {
        String id = begin();
        now = BEGAN.plus(Duration.ofMinutes(3));

        assertThat(runs.find(id)).hasValueSatisfying(run -> {
            assertThat(run.state()).isEqualTo(State.LOST);
            assertThat(run.message()).contains("Start it again");
        });
    }

    @Test
    void aWeekLaterItIsGone() {
        String id = begin();
        runs.found(id, 0, List.of(difference("SR-2026-000001")));
        now = BEGAN.plus(Duration.ofDays(8));

        assertThat(runs.find(id)).isEmpty();
        begin();
        assertThat(runs.countDifferences(id)).isZero();
        assertThat(runs.count()).isEqualTo(1);
    }

    private String begin() {
        Period period = Period.asked("2026-11-01", "2026-11-23", ZoneOffset.UTC, new Moving());
        return runs.begin(new ReplayQuestion("priority", "version 2", period, null, 10), "analyst");
    }

    private static ReplayDifference difference(String number) {
        return new ReplayDifference(
                number,
                "ID_CARD",
                List.of(new Change("priority", "priority", "P3", "P1")),
                List.of(new Fired("priority", List.of("usual"), List.of("urgent"))));
    }
}

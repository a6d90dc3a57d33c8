package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.impl.util.ClockUtil;

class AgencyClockTest {

    private final AgencyClock clock = new AgencyClock(ZoneId.of("America/Chicago"));

    @AfterEach
    void backToNow() {
        AgencyClock.reset();
    }

    @Test
    void movesApplicationAndEngineTogether() {
        Instant then = Instant.parse("2027-02-01T03:00:00Z");

        AgencyClock.moveTo(then);

        assertThat(clock.instant()).isCloseTo(then, within(5, ChronoUnit.SECONDS));
        assertThat(ClockUtil.now().toInstant()).isCloseTo(then, within(5, ChronoUnit.SECONDS));
        assertThat(LocalDate.now(clock)).isEqualTo("2027-01-31");
    }
}

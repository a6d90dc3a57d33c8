package org.throughline.request.sla;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.throughline.staff.calendar.BusinessCalendar;
import org.throughline.staff.calendar.TestCalendars;

class SlaPlanTest {

    private static final Duration FOUR_HOURS = Duration.ofHours(4);

    private final BusinessCalendar calendar = TestCalendars.harborline();
    private final SlaPlan plan = new SlaPlan(
            new SlaTimes(calendar),
            calendar,
            new SlaProperties(Duration.ofSeconds(30), new BigDecimal("0.25"), 1, Duration.ofHours(1)));

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("America/Chicago")).toInstant();
    }

    /** Opened on Monday at nine and due at one. */
    private static WatchedRequest request(SlaClock clock, boolean paused, @Nullable LocalDate hardDate) {
        return new WatchedRequest(
                "SR-2026-000001",
                "instance",
                clock,
                at("2026-11-23T09:00"),
                at("2026-11-23T13:00"),
                paused,
                hardDate,
                null,
                0);
    }

    private SlaPlan.Due at(String now, Set<SlaStage> reached) {
        return plan.of(request(SlaClock.BUSINESS, false, null), FOUR_HOURS, reached, Optional::<Instant>empty, at(now));
    }

    @Test
    void isAtRiskWhenAQuarterOfItsTimeIsLeft() {
        assertThat(at("2026-11-23T11:59:59", Set.of())).isEqualTo(new SlaPlan.Due(List.of(), at("2026-11-23T12:00")));
        assertThat(at("2026-11-23T12:00", Set.of()).stages()).containsExactly(SlaStage.AT_RISK);
        assertThat(at("2026-11-23T12:01", Set.of(SlaStage.AT_RISK)))
                .isEqualTo(new SlaPlan.Due(List.of(), at("2026-11-23T13:00")));
    }

    @Test
    void isPastDueOnceAndIsNotCalledAtRiskThen() {
        assertThat(at("2026-11-23T13:00", Set.of()).stages()).containsExactly(SlaStage.BREACHED);
        assertThat(at("2026-11-23T13:30", Set.of(SlaStage.BREACHED)))
                .isEqualTo(new SlaPlan.Due(List.of(), at("2026-11-23T14:00")));
    }

    @Test
    void isEscalatedAnHourAfterSomebodyLastActed() {
        Instant acted = at("2026-11-23T17:00");
        WatchedRequest request = request(SlaClock.BUSINESS, false, null);
        Set<SlaStage> late = Set.of(SlaStage.BREACHED);

        assertThat(at("2026-11-23T14:00", late).stages()).containsExactly(SlaStage.ESCALATED);
        assertThat(plan.of(request, FOUR_HOURS, late, () -> Optional.of(acted), at("2026-11-23T17:30")))
                .isEqualTo(new SlaPlan.Due(List.of(), at("2026-11-24T08:30")));
        assertThat(plan.of(request, FOUR_HOURS, late, () -> Optional.of(acted), at("2026-11-24T08:30"))
                        .stages())
                .containsExactly(SlaStage.ESCALATED);
        assertThat(at("2026-11-24T12:00", Set.of(SlaStage.BREACHED, SlaStage.ESCALATED)))
                .isEqualTo(new SlaPlan.Due(List.of(), null));
    }

    @Test
    void knowsThatAHardDateIsNearWhileTheClockStandsStill() {
        WatchedRequest paused = request(SlaClock.BUSINESS, true, LocalDate.of(2026, 11, 30));

        assertThat(plan.of(paused, FOUR_HOURS, Set.of(), Optional::<Instant>empty, at("2026-11-24T20:00")))
                .isEqualTo(new SlaPlan.Due(List.of(), at("2026-11-25T08:00")));
        assertThat(plan.of(paused, FOUR_HOURS, Set.of(), Optional::<Instant>empty, at("2026-11-25T08:00"))
                        .stages())
                .containsExactly(SlaStage.HARD_DATE_NEAR);
    }

    @Test
    void countsNightsOnTheWallClock() {
        WatchedRequest night = new WatchedRequest(
                "SR-2026-000001",
                "instance",
                SlaClock.WALL,
                at("2026-11-21T23:00"),
                at("2026-11-21T23:40"),
                false,
                null,
                null,
                0);

        assertThat(plan.span(night)).isEqualTo(Duration.ofMinutes(40));
        assertThat(plan.of(night, plan.span(night), Set.of(), Optional::<Instant>empty, at("2026-11-21T23:00"))
                        .nextLook())
                .isEqualTo(at("2026-11-21T23:30"));
    }

    @Test
    void givesNoLongerWarningForTimeSpentWaiting() {
        WatchedRequest moved = new WatchedRequest(
                "SR-2026-000001",
                "instance",
                SlaClock.BUSINESS,
                at("2026-11-23T09:00"),
                at("2026-11-24T13:00"),
                false,
                null,
                FOUR_HOURS,
                1);

        assertThat(plan.span(moved)).isEqualTo(FOUR_HOURS);
        assertThat(plan.of(moved, FOUR_HOURS, Set.of(), Optional::<Instant>empty, at("2026-11-23T10:00"))
                        .nextLook())
                .isEqualTo(at("2026-11-24T12:00"));
    }
}

package org.throughline.request.sla;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.staff.calendar.BusinessCalendar;

/** Works out which stages a request has come to, and when the next one will be. */
@Component
class SlaPlan {

    private final SlaTimes times;
    private final BusinessCalendar calendar;
    private final SlaProperties properties;

    SlaPlan(SlaTimes times, BusinessCalendar calendar, SlaProperties properties) {
        this.times = times;
        this.calendar = calendar;
        this.properties = properties;
    }

    /**
     * What is to be done now.
     *
     * @param stages in the order in which they came
     * @param nextLook null where only a change of the request brings a further stage
     */
    record Due(List<SlaStage> stages, @Nullable Instant nextLook) {}

    /** The time a request was given: as first seen, or less where it became urgent since; waiting gives it no more. */
    Duration span(WatchedRequest request) {
        Duration given = times.between(request.clock(), request.openedAt(), request.dueAt());
        @Nullable Duration known = request.span();
        return known == null || given.compareTo(known) < 0 ? given : known;
    }

    Due of(
            WatchedRequest request,
            Duration span,
            Set<SlaStage> reached,
            Supplier<Optional<Instant>> lastActed,
            Instant now) {
        List<SlaStage> stages = new ArrayList<>();
        @Nullable Instant next = null;
        for (Map.Entry<SlaStage, Instant> stage :
                moments(request, span, reached, lastActed, now).entrySet()) {
            if (!stage.getValue().isAfter(now)) {
                stages.add(stage.getKey());
            } else if (next == null || stage.getValue().isBefore(next)) {
                next = stage.getValue();
            }
        }
        return new Due(stages, stages.contains(SlaStage.BREACHED) ? now : next);
    }

    /** When each stage that is still to come is or was to come. */
    private Map<SlaStage, Instant> moments(
            WatchedRequest request,
            Duration span,
            Set<SlaStage> reached,
            Supplier<Optional<Instant>> lastActed,
            Instant now) {
        Map<SlaStage, Instant> moments = new EnumMap<>(SlaStage.class);
        if (request.hardDate() != null && !reached.contains(SlaStage.HARD_DATE_NEAR)) {
            moments.put(SlaStage.HARD_DATE_NEAR, calendar.openingBefore(request.hardDate(), properties.hardDateDays()));
        }
        if (request.paused()) {
            return moments;
        }
        SlaClock clock = request.clock();
        Instant due = request.dueAt();
        if (!reached.contains(SlaStage.BREACHED)) {
            moments.put(SlaStage.BREACHED, due);
            if (!reached.contains(SlaStage.AT_RISK) && now.isBefore(due)) {
                moments.put(SlaStage.AT_RISK, times.minus(clock, due, share(span)));
            }
        } else if (!reached.contains(SlaStage.ESCALATED)) {
            Instant since = lastActed.get().filter(due::isBefore).orElse(due);
            moments.put(SlaStage.ESCALATED, times.plus(clock, since, properties.escalateAfter()));
        }
        return moments;
    }

    private Duration share(Duration span) {
        return Duration.ofSeconds(properties
                .atRiskShare()
                .multiply(BigDecimal.valueOf(span.toSeconds()))
                .longValue());
    }
}

package org.throughline.request.sla.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.operaton.bpm.engine.ProcessEngineServices;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.sla.SlaClock;
import org.throughline.request.sla.SlaEvent;
import org.throughline.request.sla.SlaEvents;
import org.throughline.request.sla.SlaRules;
import org.throughline.request.sla.SlaStage;
import org.throughline.request.sla.SlaTimes;

/**
 * Stops the clock of a request where the table Service clock says so, and moves its due date by the time waited when it runs
 * again. Hard dates stay where they are.
 */
@Component
public class SlaPause {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US);

    private final SlaRules rules;
    private final SlaTimes times;
    private final SlaEvents events;
    private final Clock clock;

    public SlaPause(SlaRules rules, SlaTimes times, SlaEvents events, Clock clock) {
        this.rules = rules;
        this.times = times;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Whom the request waits for has changed.
     *
     * @param request its outermost process instance
     * @param waitingOn empty for nobody
     */
    public void waitingChanged(DelegateExecution request, String waitingOn) {
        Optional<Date> pausedAt = RequestVariables.SLA_PAUSED_AT.find(request);
        boolean pauses = !waitingOn.isEmpty() && pauses(request, waitingOn);
        if (pauses && pausedAt.isEmpty()) {
            pause(request, waitingOn);
        } else if (!pauses && pausedAt.isPresent()) {
            resume(request, pausedAt.get().toInstant());
        }
    }

    /** What was never routed has no due date, so there is nothing to stop. */
    private boolean pauses(DelegateExecution request, String waitingOn) {
        return RequestVariables.SLA_DUE_AT.find(request).isPresent()
                && rules.pauses(
                        RequestVariables.PRIORITY.get(request), RequestVariables.WORK_TYPE.get(request), waitingOn);
    }

    private void pause(DelegateExecution request, String waitingOn) {
        Instant now = clock.instant();
        RequestVariables.SLA_PAUSED_AT.set(request, Date.from(now));
        Instant due = RequestVariables.SLA_DUE_AT.get(request).toInstant();
        record(request, SlaStage.PAUSED, now, due, "Waiting for " + waitingOn.toLowerCase(Locale.ROOT) + ".");
    }

    private void resume(DelegateExecution request, Instant pausedAt) {
        Instant now = clock.instant();
        SlaClock which = SlaClock.of(RequestVariables.SLA_CLOCK.find(request).orElse(null));
        Instant before = RequestVariables.SLA_DUE_AT.get(request).toInstant();
        Duration waited = times.between(which, pausedAt, now);
        Instant due = times.plus(which, before, waited);
        RequestVariables.SLA_PAUSED_AT.set(request, null);
        ProcessEngineServices engine = request.getProcessEngineServices();
        new AsSystem(engine.getIdentityService()).call(() -> {
            DueDates.move(
                    engine.getRuntimeService(),
                    engine.getTaskService(),
                    request.getProcessBusinessKey(),
                    Date.from(due));
            return due;
        });
        String moved = "After " + waited.toMinutes() + " minutes of waiting it is due " + moment(due) + ", no longer "
                + moment(before) + ".";
        record(request, SlaStage.RESUMED, now, due, due.equals(before) ? "No business time has passed." : moved);
    }

    private void record(DelegateExecution request, SlaStage stage, Instant now, Instant due, String detail) {
        events.add(new SlaEvent(RequestVariables.REQUEST_NUMBER.get(request), stage, now, due, null, detail));
    }

    private String moment(Instant instant) {
        return MOMENT.format(instant.atZone(clock.getZone()));
    }
}

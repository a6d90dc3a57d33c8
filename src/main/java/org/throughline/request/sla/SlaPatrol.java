package org.throughline.request.sla;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.platform.AgencyProfile;

/**
 * Looks at the open requests whose time it is and does what their stage asks for, each request in a transaction of its
 * own. Nodes may look at the same time: a request is taken by one of them, and a node that dies in between leaves it to
 * the next look.
 */
@Component
public class SlaPatrol {

    private static final Logger LOG = LoggerFactory.getLogger(SlaPatrol.class);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("MMM d, HH:mm", Locale.US);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, MMM d", Locale.US);
    private static final int PAGE = 200;

    private final SlaWatch watch;
    private final SlaPlan plan;
    private final SlaEvents events;
    private final SlaActions actions;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AgencyProfile agency;

    SlaPatrol(
            SlaWatch watch,
            SlaPlan plan,
            SlaEvents events,
            SlaActions actions,
            PlatformTransactionManager transactions,
            Clock clock,
            AgencyProfile agency) {
        this.watch = watch;
        this.plan = plan;
        this.events = events;
        this.actions = actions;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
        this.agency = agency;
    }

    /** Looks once; false if some request could not be dealt with and must be looked at again. */
    public boolean look() {
        Instant now = clock.instant();
        boolean well = true;
        String after = "";
        List<WatchedRequest> page;
        do {
            page = watch.due(now, after, PAGE);
            for (WatchedRequest request : page) {
                well &= alone(request.number(), () -> visit(request, now));
                after = request.number();
            }
        } while (page.size() == PAGE);
        for (String number : watch.closed(PAGE)) {
            well &= alone(number, () -> leave(number));
        }
        return well;
    }

    /** One request must not keep the others from being looked at. */
    private boolean alone(String number, BooleanSupplier work) {
        try {
            transaction.execute(status -> work.getAsBoolean());
            return true;
        } catch (RuntimeException failed) {
            LOG.warn("The clock of {} could not be looked at and will be again: {}", number, failed.toString());
            return false;
        }
    }

    private boolean visit(WatchedRequest request, Instant now) {
        Duration span = plan.span(request);
        SlaPlan.Due due = plan.of(
                request,
                span,
                request.looks() == 0 ? Set.of() : events.reached(request.number()),
                () -> watch.lastActed(request.processInstanceId()),
                now);
        if (!watch.take(request, span, due.nextLook())) {
            return false;
        }
        for (SlaStage stage : due.stages()) {
            String sentence = sentence(stage, request);
            events.add(new SlaEvent(request.number(), stage, now, request.dueAt(), null, sentence));
            actions.remind(request.number(), stage.title() + ". " + sentence, now);
            if (stage == SlaStage.ESCALATED) {
                actions.escalate(request, sentence);
            }
        }
        return true;
    }

    private boolean leave(String number) {
        boolean mine = watch.forget(number);
        if (mine) {
            actions.closed(number);
        }
        return mine;
    }

    private String sentence(SlaStage stage, WatchedRequest request) {
        String due = MOMENT.format(request.dueAt().atZone(agency.timeZone()));
        @Nullable LocalDate hardDate = request.hardDate();
        return switch (stage) {
            case AT_RISK -> "It is due " + due + ".";
            case BREACHED -> "It was due " + due + ".";
            case ESCALATED -> "It was due " + due + " and nobody has acted on it since.";
            case HARD_DATE_NEAR ->
                "The outside deadline is " + (hardDate == null ? "not known" : DAY.format(hardDate))
                        + "; it does not move.";
            case PAUSED, RESUMED, DECIDED -> throw new IllegalArgumentException(stage + " comes of what people do");
        };
    }
}

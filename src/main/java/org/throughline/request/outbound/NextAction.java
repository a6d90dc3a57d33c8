package org.throughline.request.outbound;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.request.outbound.WriteSteps.InHand;
import org.throughline.request.outbound.WriteSteps.WaitingTask;

/**
 * What happens next with a write.
 *
 * @param words for people; null where nothing more happens
 * @param link where a person acts on it, below the context path; null where nobody needs to
 * @param retry whether it can be tried now
 */
record NextAction(@Nullable String words, @Nullable String link, boolean retry) {

    private static final String TASK = "/operaton/app/tasklist/default/#/?task=";
    private static final String INSTANCE = "/operaton/app/cockpit/default/#/process-instance/";
    private static final NextAction NONE = new NextAction(null, null, false);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("h:mm a", Locale.US);
    private static final DateTimeFormatter LATER = DateTimeFormatter.ofPattern("h:mm a 'on' MMMM d", Locale.US);

    static NextAction of(OutboundWrite write, InHand inHand, Instant now, ZoneId zone) {
        return switch (write.status()) {
            case DONE, ACCEPTED, ABANDONED -> NONE;
            case REJECTED ->
                inHand.taskFor(write.id())
                        .map(task -> waiting("Waits for a person: ", task))
                        .orElseGet(() -> new NextAction(
                                "Refused, and no task decides about it: do it by hand where it is still wanted",
                                null,
                                false));
            case CONFLICT ->
                inHand.taskFor(write.id())
                        .map(task -> waiting("Waits for a person: ", task))
                        .orElseGet(() -> new NextAction(
                                "The far end holds another value, and no task decides about it: look there by hand",
                                null,
                                false));
            case PLANNED, UNKNOWN -> left(inHand, now, zone);
        };
    }

    private static NextAction left(InHand inHand, Instant now, ZoneId zone) {
        String failedIn = inHand.failedIn();
        if (failedIn != null) {
            return new NextAction(
                    "Failed for good: retry or look at the incident",
                    INSTANCE + failedIn + "/runtime?tab=incidents-tab",
                    true);
        }
        Instant nextTry = inHand.nextTry();
        if (nextTry != null) {
            return new NextAction("Tried again at " + clock(nextTry, now, zone), null, true);
        }
        if (inHand.dueNow()) {
            return new NextAction("Tried in a moment", null, false);
        }
        if (!inHand.running()) {
            return new NextAction("Nothing tries it any more: the work it belongs to has ended", null, false);
        }
        return inHand.tasks().stream()
                .findFirst()
                .map(task -> waiting("Its step comes later; now waits for a person: ", task))
                .orElseGet(() -> new NextAction("Its step comes later", null, false));
    }

    private static NextAction waiting(String before, WaitingTask task) {
        return new NextAction(before + task.name(), TASK + task.id(), false);
    }

    private static String clock(Instant moment, Instant now, ZoneId zone) {
        ZonedDateTime at = moment.atZone(zone);
        boolean today = at.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return at.format(today ? TODAY : LATER);
    }
}

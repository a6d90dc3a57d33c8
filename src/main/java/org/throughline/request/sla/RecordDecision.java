package org.throughline.request.sla;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps with the request what a manager decided about its delay. */
@Component
public class RecordDecision {

    private final SlaEvents events;
    private final Clock clock;

    public RecordDecision(SlaEvents events, Clock clock) {
        this.events = events;
        this.clock = clock;
    }

    /**
     * A manager's decision.
     *
     * @param decision ACCEPT, REASSIGN or CONTACT
     * @param newOwner queue and person who take it over, if any
     * @param contactNote what was said to the client, if anything
     */
    public record Decision(
            String requestNumber,
            Instant dueAt,
            @Nullable String manager,
            String decision,
            String reason,
            String newOwner,
            String contactNote) {}

    public void record(Decision made) {
        String what = switch (made.decision()) {
            case "REASSIGN" -> "Given to " + made.newOwner() + ".";
            case "CONTACT" -> "The client was contacted: " + made.contactNote();
            default -> "The delay is accepted.";
        };
        String why = made.reason().isBlank() ? "" : " Reason: " + made.reason();
        events.add(new SlaEvent(
                made.requestNumber(), SlaStage.DECIDED, clock.instant(), made.dueAt(), made.manager(), what + why));
    }
}

package org.throughline.request.sla;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is done about a clock that runs out. */
public interface SlaActions {

    /** Puts the open tasks of a request in front of those who work on it: higher priority, follow-up now, a comment. */
    void remind(String requestNumber, String sentence, Instant now);

    /** Asks the managers what is to happen with a request that nobody acts on. */
    void escalate(WatchedRequest request, String whatHappened);

    /**
     * Gives the open tasks of a request, and those to come, to another queue or person.
     *
     * @param queue null to stay in the queue
     * @param assignee null for whoever claims it
     * @throws IllegalArgumentException with neither
     */
    void reassign(String requestNumber, @Nullable String queue, @Nullable String assignee);

    /** Ends what was asked of the managers, since the request is closed. */
    void closed(String requestNumber);
}

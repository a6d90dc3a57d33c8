package org.throughline.request.outbound;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine has in hand for requests that have writes left. */
public interface WriteSteps {

    /** By number of the request; one without anything in progress is missing. A few statements for all of them. */
    Map<String, InHand> of(Collection<String> requestNumbers);

    /**
     * What is in hand for one request.
     *
     * @param running the process of the request, or of the item, goes on
     * @param failedIn process instance with a step that ran out of tries and waits as an incident; null where none has
     * @param nextTry when a step that failed is tried again; null where none waits for that
     * @param dueNow a step is due or being carried out
     * @param tasks what waits for a person, the oldest first
     */
    record InHand(
            boolean running,
            @Nullable String failedIn,
            @Nullable Instant nextTry,
            boolean dueNow,
            List<WaitingTask> tasks) {

        /** Nothing at all is in progress. */
        public static final InHand NOTHING = new InHand(false, null, null, false, List.of());

        /** The task in which a person decides about this write, else the one that the request waits at. */
        Optional<WaitingTask> taskFor(String writeId) {
            return tasks.stream()
                    .filter(task -> writeId.equals(task.refusedWriteId()))
                    .findFirst()
                    .or(() -> tasks.stream().findFirst());
        }
    }

    /**
     * An open task of the request.
     *
     * @param refusedWriteId row of the ledger that it decides about; null where it decides something else
     */
    record WaitingTask(String id, String name, @Nullable String refusedWriteId) {}
}

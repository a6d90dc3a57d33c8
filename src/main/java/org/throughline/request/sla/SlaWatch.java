package org.throughline.request.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which open requests it is time to look at, shared by all nodes. */
public interface SlaWatch {

    /**
     * Requests that have been open for two minutes, have come to their next look, or whose dates changed since the last one; by number.
     *
     * @param after only numbers above this one; empty for the first page
     */
    List<WatchedRequest> due(Instant now, String after, int count);

    /**
     * Takes one look for this node and says when the next is to be.
     *
     * @param nextLook null where only a change of the request is worth another look
     * @return false if another node took it
     */
    boolean take(WatchedRequest request, Duration span, @Nullable Instant nextLook);

    /** When a person last did something with a task of the request. */
    Optional<Instant> lastActed(String processInstanceId);

    /** Watched requests that have been closed. */
    List<String> closed(int count);

    /** Watches a request no longer; false if another node was first. */
    boolean forget(String requestNumber);
}

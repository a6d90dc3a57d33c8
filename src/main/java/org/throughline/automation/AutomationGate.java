package org.throughline.automation;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What automation may do at this moment. It is read from the tables in the caller's transaction, with one query, and never
 * remembered: a switch thrown on one node stops the next step on every other.
 */
public interface AutomationGate {

    /** The level of a work type and what stops it, for a request that is being routed. */
    Standing of(String workType);

    /**
     * What stops automation that is under way, asked before each effect outside.
     *
     * @param carriers names of the carriers whose policies it touches
     * @return the sentence that names the switch; empty where it may go on
     */
    Optional<String> stopped(String workType, Collection<String> carriers);

    /**
     * How automation of a work type stands.
     *
     * @param stop the sentence that names the switch which stops it; null where none does
     */
    record Standing(AutomationLevel level, @Nullable String stop) {}
}

package org.throughline.triage;

import java.util.Map;

/** Completes the facts of a message to the inputs of the routing decisions. */
public interface RoutingInputs {

    /**
     * All inputs of {@code request-routing}.
     *
     * @param facts the facts read from the message
     * @param classification AUTO, SUGGEST or TRIAGE, as the work type was decided
     */
    Map<String, Object> of(Map<String, Object> facts, String workType, String classification);
}

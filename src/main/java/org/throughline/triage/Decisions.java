package org.throughline.triage;

import java.util.Map;

/** The decision tables as they stand now, for questions that shall leave no trace in the engine's history. */
public interface Decisions {

    /**
     * Evaluates a decision with everything it requires.
     *
     * @return its outputs by name
     * @throws IllegalStateException if there is no such decision or no rule matched
     */
    Map<String, Object> evaluate(String decision, Map<String, Object> facts);
}

package org.throughline.intake;

import java.util.Map;

/** Decision tables asked about an item while its process runs; each answer is kept with the process. */
public interface ItemDecisions {

    /**
     * Evaluates the latest version of a decision.
     *
     * @return its outputs by name
     */
    Map<String, Object> decide(String decision, Map<String, Object> facts);
}

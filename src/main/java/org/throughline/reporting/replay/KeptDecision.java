package org.throughline.reporting.replay;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A decision that was made for a request, with the decisions that were made for it, as the history keeps them. */
final class KeptDecision {

    final Request request;
    final String id;
    final String key;
    final String version;
    final Instant at;

    /** Everything that any of the tables saw, by the name of the variable. */
    final Map<String, @Nullable Object> facts = new HashMap<>();

    /** What was decided, by the key of the decision. */
    final Map<String, Map<String, @Nullable Object>> outputs = new LinkedHashMap<>();

    /** Ids of the rules that fired, by the key of the decision. */
    final Map<String, Set<String>> rules = new LinkedHashMap<>();

    /** Why it cannot be replayed, if it cannot. */
    @Nullable
    String obstacle;

    /** The request it was made for. */
    record Request(
            String number,
            String workType,
            String instance,
            @Nullable Instant closedAt) {}

    /**
     * @param id of the decision at the top of the graph
     * @param key of the decision at the top of the graph
     * @param version of the table that is asked about, in words
     */
    KeptDecision(Request request, String id, String key, String version, Instant at) {
        this.request = request;
        this.id = id;
        this.key = key;
        this.version = version;
        this.at = at;
    }

    /** Lets go of the details once they are counted. */
    void forget() {
        facts.clear();
        outputs.clear();
        rules.clear();
    }

    Map<String, @Nullable Object> outputsOf(String decision) {
        return outputs.computeIfAbsent(decision, key -> new LinkedHashMap<>());
    }

    Set<String> rulesOf(String decision) {
        return rules.computeIfAbsent(decision, key -> new LinkedHashSet<>());
    }
}

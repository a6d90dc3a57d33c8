package org.throughline.assistant;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The register of everything that models said. */
public interface AiOutputs {

    /** Keeps an output in the current transaction. */
    void add(AiOutput output);

    /**
     * Says in the current transaction which work type a person gave an item: classifications of it that named this type
     * are accepted, the others changed. The last decision counts.
     */
    void decided(String itemId, String workType, String person);

    /** Outputs about these items, oldest first. */
    List<Registered> ofItems(Collection<String> itemIds);

    /** An output with what became of it. */
    record Registered(
            AiOutput output,
            Instant madeAt,
            AiOutput.@Nullable Outcome outcome,
            @Nullable String decidedBy) {}
}

package org.throughline.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people decided about items in triage, kept for later learning. */
public interface TriageLog {

    /**
     * One decision.
     *
     * @param modelVersion model that suggested
     * @param suggestedType work type it suggested first
     * @param decision OPEN, MERGE or ASK
     * @param decidedTypes work types a request is opened for, the main one first
     * @param requestNumber request it was merged into
     * @param clientId the client chosen among several; null where it was clear
     * @param person user id of who decided
     */
    record Entry(
            String itemId,
            String modelVersion,
            String suggestedType,
            double confidence,
            String decision,
            List<String> decidedTypes,
            @Nullable String requestNumber,
            @Nullable String clientId,
            @Nullable String person) {}

    /** Keeps a decision in the current transaction. */
    void add(Entry entry);

    /** The client that a person chose for the item last, where it might have been about several. */
    Optional<String> clientOf(String itemId);
}

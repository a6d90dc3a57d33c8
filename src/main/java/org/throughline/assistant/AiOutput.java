package org.throughline.assistant;

import org.jspecify.annotations.Nullable;

/**
 * Something that a model said. It never decides; tables and people do.
 *
 * @param modelVersion which model, exactly
 * @param workType what it named; null where the function names none
 * @param confidence as the model gives it, 0 to 1
 * @param itemId inbound item that it is about; null where it is about a request
 * @param requestNumber request that it is about; null where it is about an item
 */
public record AiOutput(
        Function function,
        Source source,
        String modelVersion,
        @Nullable String workType,
        double confidence,
        @Nullable String itemId,
        @Nullable String requestNumber) {

    /** What models may be asked for, and nothing else. */
    public enum Function {
        CLASSIFY,
        SUGGEST_ROUTE,
        DRAFT
    }

    /** Who said it. */
    public enum Source {
        /** The suggester inside this program, learned from the agency's corpus. */
        SUGGESTER,
        /** The model outside, if the agency set one up. */
        ASSISTANT
    }

    /** What a person did with it. */
    public enum Outcome {
        ACCEPTED,
        CHANGED
    }

    /** What a model named for an inbound item. */
    public static AiOutput classification(
            Source source, String modelVersion, String workType, double confidence, String itemId) {
        return new AiOutput(Function.CLASSIFY, source, modelVersion, workType, confidence, itemId, null);
    }
}

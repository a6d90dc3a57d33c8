package org.throughline.triage;

import org.jspecify.annotations.Nullable;

/** Takes what a person decided otherwise than the suggester as a candidate to learn from; an analyst accepts it or not. */
public interface ExampleCandidates {

    /**
     * A message with the work type that a person gave it. Only a message with one request is an example; the text of
     * one that asks for several says no single type.
     *
     * @param senderAddress e-mail address or telephone number, or empty
     * @param body what the sender wrote, as the suggester read it; personal data is masked before it is kept
     * @param suggestedType what the suggester named first, or null where it was not asked
     * @param decidedBy the person's user id
     */
    record Decided(
            String channel,
            SenderRole senderRole,
            String senderAddress,
            String subject,
            String body,
            @Nullable String suggestedType,
            String decidedType,
            String decidedBy) {}

    /** What became of a decision. */
    enum Outcome {
        RECORDED,
        /** The person agreed with the suggestion. */
        AGREED,
        /** The same text, but for numbers and punctuation, is there already. */
        KNOWN,
        /** So many candidates of this sender's domain wait that one sender could outweigh the rest. */
        TOO_MANY,
        /** Nothing to learn: no text, or no work type of the catalogue. */
        NOT_LEARNABLE
    }

    /** Keeps the decision as a candidate if there is something to learn from it; part of the caller's transaction. */
    Outcome record(Decided decided);
}

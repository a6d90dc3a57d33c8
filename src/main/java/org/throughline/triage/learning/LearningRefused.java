package org.throughline.triage.learning;

/** Something that an analyst asked for cannot be done; the message says why and what to do. */
public class LearningRefused extends RuntimeException {

    /** Whether the thing is not there, the request is wrong, or the state does not allow it. */
    public enum Kind {
        NOT_FOUND,
        INVALID,
        CONFLICT
    }

    private final Kind kind;

    private LearningRefused(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    static LearningRefused notFound(String sentence) {
        return new LearningRefused(Kind.NOT_FOUND, sentence);
    }

    static LearningRefused invalid(String sentence) {
        return new LearningRefused(Kind.INVALID, sentence);
    }

    static LearningRefused conflict(String sentence) {
        return new LearningRefused(Kind.CONFLICT, sentence);
    }

    public Kind kind() {
        return kind;
    }
}

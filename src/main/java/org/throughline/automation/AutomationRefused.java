package org.throughline.automation;

/** Something that was asked of automation cannot be done; the message says why and what to do. */
public class AutomationRefused extends RuntimeException {

    /** Whether the thing is not there, the request is wrong, or the state does not allow it. */
    public enum Kind {
        NOT_FOUND,
        INVALID,
        CONFLICT
    }

    private final Kind kind;

    AutomationRefused(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}

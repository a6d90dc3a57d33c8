package org.throughline.worklist;

/** A request cannot go the way that was asked for; the message says to the person why, and what to do. */
public class RerouteRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public RerouteRefused(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    /** What kind of obstacle it is. */
    public enum Why {
        /** What was asked for is not there, or contradicts itself. */
        UNKNOWN,
        /** It is there but may not have this work. */
        IMPOSSIBLE,
        /** Not as things stand now. */
        NOT_NOW,
        /** Somebody else's work. */
        NOT_YOURS
    }

    public Why why() {
        return why;
    }
}

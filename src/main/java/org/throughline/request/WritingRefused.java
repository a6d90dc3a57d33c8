package org.throughline.request;

/** A message cannot go to the requester; the message says why, and what to do instead. */
public class WritingRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Why why;

    public WritingRefused(Why why, String sentence) {
        super(sentence);
        this.why = why;
    }

    /** What stands against it. */
    public enum Why {
        CLOSED,
        NO_ADDRESS,
        NO_LICENSE
    }

    public Why why() {
        return why;
    }
}

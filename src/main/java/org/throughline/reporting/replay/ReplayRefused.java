package org.throughline.reporting.replay;

import org.jspecify.annotations.Nullable;

/** A replay was asked for in a way that has no answer, or with a table that cannot be run; the message says what to do. */
public class ReplayRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final @Nullable Integer line;
    private final @Nullable String element;

    /** What is wrong. */
    public enum Kind {
        WRONG,
        NOT_FOUND,
        BUSY,
        TOO_LARGE
    }

    private ReplayRefused(Kind kind, String message, @Nullable Integer line, @Nullable String element) {
        super(message);
        this.kind = kind;
        this.line = line;
        this.element = element;
    }

    static ReplayRefused wrong(String message) {
        return new ReplayRefused(Kind.WRONG, message, null, null);
    }

    /** Something at a place of the file, counted from 1, in the element of an id where one is known. */
    static ReplayRefused at(int line, @Nullable String element, String message) {
        return new ReplayRefused(Kind.WRONG, message, line > 0 ? line : null, element);
    }

    static ReplayRefused notFound(String message) {
        return new ReplayRefused(Kind.NOT_FOUND, message, null, null);
    }

    static ReplayRefused busy(String message) {
        return new ReplayRefused(Kind.BUSY, message, null, null);
    }

    static ReplayRefused tooLarge(String message) {
        return new ReplayRefused(Kind.TOO_LARGE, message, null, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Line of the file, counted from 1. */
    public @Nullable Integer line() {
        return line;
    }

    /** Id of the rule, the input or the decision. */
    public @Nullable String element() {
        return element;
    }
}

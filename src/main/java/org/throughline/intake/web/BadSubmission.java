package org.throughline.intake.web;

/** A submission that cannot be read; names the field. */
public final class BadSubmission extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadSubmission(String field, String message) {
        super(message);
        this.field = field;
    }

    public String field() {
        return field;
    }
}

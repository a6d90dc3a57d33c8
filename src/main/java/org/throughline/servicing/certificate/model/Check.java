package org.throughline.servicing.certificate.model;

/**
 * One check of a certificate and its answer.
 *
 * @param name what was checked, for people
 * @param reason why the answer is what it is, as a plain sentence that says what to do
 */
public record Check(String name, Result result, String reason) {

    /** The answer to a check. */
    public enum Result {
        /** Holds. */
        PASS,
        /** A person has to judge it and say what they found. */
        REVIEW,
        /** The certificate cannot be issued like this, by anybody. */
        STOP
    }

    public static Check pass(String name, String reason) {
        return new Check(name, Result.PASS, reason);
    }

    public static Check review(String name, String reason) {
        return new Check(name, Result.REVIEW, reason);
    }

    public static Check stop(String name, String reason) {
        return new Check(name, Result.STOP, reason);
    }
}

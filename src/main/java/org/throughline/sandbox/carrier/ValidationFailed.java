package org.throughline.sandbox.carrier;

/** A carrier finds a request wrong and does nothing with it; the message is for the agency. */
public class ValidationFailed extends RuntimeException {

    public ValidationFailed(String message) {
        super(message);
    }
}

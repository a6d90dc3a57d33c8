package org.throughline.carrier.policychange;

/** The carrier has executed the call's transaction before: the work is done. Never leaves the adapter. */
class AlreadyExecuted extends RuntimeException {

    AlreadyExecuted(String message) {
        super(message);
    }
}

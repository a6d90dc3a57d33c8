package org.throughline.sandbox.ezlynx;

/** A call that the vendor refuses, with a status and a plain text: it has no common shape of errors. */
class Refused extends RuntimeException {

    private final int status;

    Refused(int status, String text) {
        super(text);
        this.status = status;
    }

    int status() {
        return status;
    }
}

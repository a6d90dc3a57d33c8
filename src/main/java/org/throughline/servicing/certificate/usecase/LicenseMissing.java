package org.throughline.servicing.certificate.usecase;

/** The person has no license for the act; the message says which one is missing. */
public class LicenseMissing extends RuntimeException {

    public LicenseMissing(String message) {
        super(message);
    }
}

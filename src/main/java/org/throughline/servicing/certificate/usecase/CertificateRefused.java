package org.throughline.servicing.certificate.usecase;

/** A certificate may not be issued, sent, revised or voided like this; the message tells the person what to do. */
public class CertificateRefused extends RuntimeException {

    public CertificateRefused(String message) {
        super(message);
    }
}

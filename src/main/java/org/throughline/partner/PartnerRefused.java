package org.throughline.partner;

/** What a partner sent cannot be taken; the message says to the partner what is wrong, and nothing has changed. */
public class PartnerRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PartnerRefused(String reason) {
        super(reason);
    }
}

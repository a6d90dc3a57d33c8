package org.throughline.carrier.download;

/** A file of a carrier that cannot be read; the message says why, for a person. */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadableFile(String why) {
        super(why);
    }

    public String why() {
        return String.valueOf(getMessage());
    }
}

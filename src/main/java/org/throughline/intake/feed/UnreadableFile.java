package org.throughline.intake.feed;

/** A file of the feed that cannot be read; the message says why, for a person. */
final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableFile(String why) {
        super(why);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}

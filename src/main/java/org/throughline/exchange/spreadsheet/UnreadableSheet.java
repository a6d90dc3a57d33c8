package org.throughline.exchange.spreadsheet;

/** A file that cannot be read at all; the message says what to do. */
public final class UnreadableSheet extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableSheet(String sentence) {
        super(sentence);
    }

    UnreadableSheet(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

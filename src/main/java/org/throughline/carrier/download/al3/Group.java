package org.throughline.carrier.download.al3;

/** One group as it stands in the file; its characters are the file's bytes. */
record Group(String code, String text) {

    static final String TRANSACTION = "2TRG";
    static final String TRAILER = "3MTG";

    boolean is(String other) {
        return code.equals(other);
    }

    /** Part of the text, shorter or empty where the text ends before. */
    String slice(int from, int to) {
        return from >= text.length() ? "" : text.substring(Math.max(0, from), Math.min(to, text.length()));
    }
}

package org.throughline.carrier.download;

import java.nio.charset.Charset;

/**
 * A transaction as a reader hands it over.
 *
 * @param text all that was sent, as people and triage read it; its first line is the transaction's subject
 * @param original the part of the file that it was read from
 * @param charset in which the original's bytes stood in the file
 */
public record Downloaded(Transaction transaction, String text, String original, Charset charset) {

    /** The bytes that the transaction was read from. */
    public byte[] bytes() {
        return original.getBytes(charset);
    }
}

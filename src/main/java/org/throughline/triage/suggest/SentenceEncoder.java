package org.throughline.triage.suggest;

/** Turns a text into numbers of length one, near each other where texts mean the same. */
public interface SentenceEncoder {

    /** Length of the numbers. */
    int dimensions();

    /** The text's numbers; only its beginning is read. */
    float[] encode(String text);
}

package org.throughline.triage;

/**
 * One thing that a message asks for beside its main work.
 *
 * @param topic topic of the lexicon
 * @param workType work type that the topic usually means
 * @param confidence 0 to 1
 * @param start index in the sender's text of the first character that asks for it
 * @param end index after the last one
 */
public record Intent(String topic, String workType, double confidence, int start, int end) {}

package org.throughline.staff.roster;

/**
 * What is wrong with an entry.
 *
 * @param field where, such as {@code name} or {@code licenses[2].state}
 * @param message what to do about it, as a sentence
 */
public record Fault(String field, String message) {}

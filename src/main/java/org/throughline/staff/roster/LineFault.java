package org.throughline.staff.roster;

/**
 * What is wrong in a file.
 *
 * @param line where the row begins; lines count from 1, the header's
 * @param column name in the header; empty if the whole row is meant
 * @param message what to do about it, as a sentence
 */
public record LineFault(int line, String column, String message) {}

package org.throughline.platform;

/** The series of human-readable numbers, each counted on its own: {@code IN-2026-000123}. */
public enum NumberSeries {
    /** Inbound items. */
    IN,
    /** Service requests. */
    SR
}

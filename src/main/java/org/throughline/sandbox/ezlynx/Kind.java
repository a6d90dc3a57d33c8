package org.throughline.sandbox.ezlynx;

/** What the simulated system keeps; numbers of one kind begin where none of another come. */
enum Kind {
    APPLICANT(25_400_000),
    POLICY(61_000_000),
    DISCUSSION(841_000_000),
    NOTE(1_700_000_000),
    DOCUMENT(91_000_000),
    USER(438_000),
    QUOTE(5_500_000);

    private final long base;

    Kind(long base) {
        this.base = base;
    }

    long base() {
        return base;
    }
}

package org.throughline.sandbox.epic;

/** What the simulated system keeps on disk; what an agency configures once is {@link EpicDirectory}. */
enum Kind {
    CLIENT,
    CONTACT,
    POLICY,
    LINE,
    ACTIVITY,
    NOTE,
    ATTACHMENT
}

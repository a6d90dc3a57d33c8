package org.throughline.sandbox.carrier;

/** What the simulated carriers keep on disk. */
public enum Kind {
    /** A policy with its terms, items and account. */
    POLICY,
    /** What is asked about a policy, from the first call until it is decided. */
    JOB,
    CLAIM,
    DOCUMENT,
    /** A call that may be made once only. */
    TRANSACTION,
    /** A message that a desk has dealt with. */
    MAIL,
    /** How the carriers decide. */
    SETTING
}

package org.throughline.intake;

/** Where an inbound item stands. */
public enum ItemState {
    /** Stored, its process has not decided yet. */
    RECEIVED,
    /** A person is to say what work it is. */
    TRIAGE,
    /** It opened a request or was attached to one. */
    ROUTED,
    /** The same item had come before. */
    DUPLICATE,
    /** Not taken in whole, for its size or content; a person looks at it. */
    REFUSED,
    /** It could not be read at all; a person looks at the original. */
    FAILED
}

package org.throughline.intake;

/** Where an inbound item stands. */
public enum ItemState {
    /** Stored; its process has not decided yet. */
    RECEIVED,
    /** A person has to say what work it is. */
    TRIAGE,
    /** It belongs to a request. */
    ROUTED,
    /** The same thing came before. */
    DUPLICATE,
    /** Not taken in whole, for its size or content; the original is kept and a person sees it. */
    REFUSED,
    /** Its process could not go on; an incident says why. */
    FAILED
}

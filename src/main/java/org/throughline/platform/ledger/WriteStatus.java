package org.throughline.platform.ledger;

/** Where a ledger row stands. */
public enum WriteStatus {
    /** Planned and not known to have happened: to be looked up at the far end, then carried out. */
    PLANNED,
    /** The far end has it; {@code remoteReference} says under which id. */
    DONE,
    /** The far end refused it for a business reason; a person decides. */
    REJECTED,
    /** A person decided that it is not to be carried out. */
    ABANDONED
}

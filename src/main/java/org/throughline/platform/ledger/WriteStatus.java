package org.throughline.platform.ledger;

/** Where a ledger row stands. */
public enum WriteStatus {
    /** Planned and not yet called: to be looked up at the far end, then carried out. */
    PLANNED,
    /**
     * The far end was called and its answer never came or could not be read: it may have happened. Looked up before the
     * next attempt, as every row is.
     */
    UNKNOWN,
    /** The far end took it into a queue of its own and says nothing more; the work goes on. */
    ACCEPTED,
    /** The far end has it; {@code remoteReference} says under which id. */
    DONE,
    /** The far end refused it for a business reason; a person decides. */
    REJECTED,
    /**
     * A field at the far end holds neither what the change was made for nor what it would make of it; nothing was written
     * and a person decides.
     */
    CONFLICT,
    /** A person decided that it is not to be carried out. */
    ABANDONED;

    /** Nothing goes on before a person has decided. */
    public boolean waitsForAPerson() {
        return this == REJECTED || this == CONFLICT;
    }
}

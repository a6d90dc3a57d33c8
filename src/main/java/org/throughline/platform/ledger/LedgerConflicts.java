package org.throughline.platform.ledger;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes of a field that met another value than the one they were made for, and what a person decides about them. */
public interface LedgerConflicts {

    /** The conflict of a row; empty where it has none, or none any more. */
    Optional<WriteConflict> find(String writeId);

    /**
     * Settles a conflict in the current transaction; nothing happens where the row has none any more.
     *
     * @throws IllegalArgumentException if the reason, or a value that is needed, is missing
     */
    void settle(String writeId, Settlement settlement);

    /**
     * What stands against what.
     *
     * @param write the row
     * @param base what the change was made for
     * @param ours what it would make of it
     * @param theirs what the far end has
     */
    record WriteConflict(
            OutboundWrite write, String base, Instant baseReadAt, String ours, String theirs, Instant theirsReadAt) {}

    /** What a person chooses. */
    enum Choice {
        /** Ours: theirs is the new base, and the change is tried again. */
        OURS,
        /** Theirs stays, the change is given up. */
        THEIRS,
        /** Another value than both: theirs is the new base, and that value is written. */
        OTHER
    }

    /**
     * A person's decision.
     *
     * @param value needed for {@code OTHER}
     * @param reason why, in the person's words
     */
    record Settlement(Choice choice, @Nullable String value, String reason) {}
}

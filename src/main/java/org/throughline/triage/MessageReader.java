package org.throughline.triage;

import org.jspecify.annotations.Nullable;

/** Reads a message: who it is from and about, what it names, and the facts that the decisions need. */
public interface MessageReader {

    /** Understands a message without any effect and without any remote call. */
    default Understanding read(MessageText message) {
        return read(message, null);
    }

    /**
     * Understands a message about a client that a person has chosen.
     *
     * @param clientId null where nobody has
     */
    Understanding read(MessageText message, @Nullable String clientId);
}

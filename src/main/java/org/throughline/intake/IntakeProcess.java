package org.throughline.intake;

import org.jspecify.annotations.Nullable;

/** Starts the process {@code intake} for a stored item, in the current transaction; business key is the item's id. */
public interface IntakeProcess {

    /**
     * Starts it.
     *
     * @param onRequest number of the request that the item was posted on; null where it has to be found out
     */
    void itemReceived(InboundItem item, @Nullable String onRequest);
}

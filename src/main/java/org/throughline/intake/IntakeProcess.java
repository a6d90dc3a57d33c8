package org.throughline.intake;

/** Starts the process {@code intake} for a stored item, in the current transaction; business key is the item's id. */
public interface IntakeProcess {

    void itemReceived(InboundItem item);
}

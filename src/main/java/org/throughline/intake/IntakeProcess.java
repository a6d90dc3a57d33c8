package org.throughline.intake;

/** The process that works an inbound item. */
public interface IntakeProcess {

    /** Starts it in the current transaction; it goes on in its own after the commit. */
    void start(String itemId, Channel channel);
}

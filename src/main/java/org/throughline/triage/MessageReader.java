package org.throughline.triage;

/** Reads a message: who it is from and about, what it names, and the facts that the decisions need. */
public interface MessageReader {

    /** Understands a message without any effect and without any remote call. */
    Understanding read(MessageText message);
}

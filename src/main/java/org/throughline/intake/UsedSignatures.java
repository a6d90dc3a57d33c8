package org.throughline.intake;

import java.time.Instant;

/** Signatures of calls that were accepted, remembered as long as their time would still be believed. */
public interface UsedSignatures {

    boolean contains(String signature);

    /** Remembers a signature, and forgets those from before a time. */
    void add(String signature, Instant at, Instant forgetBefore);
}

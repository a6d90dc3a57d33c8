package org.throughline.intake.portal;

import java.time.Instant;
import java.util.Optional;

/** Codes that were e-mailed, and the visits that a right code opened. */
public interface PortalAccess {

    /** A code that was e-mailed. */
    record Code(String id, String codeHash) {}

    /** What a right code shows: one request to one address. */
    record Visit(String requestNumber, String address) {}

    /** Keeps a code in place of an earlier one for the same request and address, and forgets what has expired. */
    void keepCode(Visit visit, String codeHash, Instant now, Instant expiresAt);

    /** Counts a try against the code, if there is one that is still good and has tries left, and returns it. */
    Optional<Code> takeTry(Visit visit, int mostTries, Instant now);

    /** Uses a code up and opens the visit in its place; false if somebody else has just used it. */
    boolean exchange(Code code, Visit visit, String tokenHash, Instant expiresAt);

    /** The visit of a token that is still good at this moment. */
    Optional<Visit> visit(String tokenHash, Instant now);

    /** Ends a visit. */
    void leave(String tokenHash);
}

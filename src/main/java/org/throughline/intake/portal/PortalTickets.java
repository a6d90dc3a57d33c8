package org.throughline.intake.portal;

import java.time.Instant;
import java.util.Optional;

/** What a browser that sent something may see of it: kept by the hash of the token that it was given. */
public interface PortalTickets {

    /** Keeps a ticket, and forgets those that have expired. */
    void keep(String tokenHash, String itemId, Instant expiresAt);

    /** The item of a ticket that is still good at this moment. */
    Optional<String> itemOf(String tokenHash, Instant now);
}

package org.throughline.ams;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads clients from the agency management system. Every call is remote.
 *
 * @see org.throughline.platform.vendor.VendorUnavailable thrown by every method when the system cannot be reached
 */
public interface AmsClients {

    Optional<Client> find(String clientId);

    /**
     * Clients changed since an instant, all clients when it is null; feeds the local client index. The window overlaps,
     * so a client may come twice.
     */
    List<Client> changedSince(@Nullable Instant since);
}

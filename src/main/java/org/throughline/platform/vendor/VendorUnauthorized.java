package org.throughline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** A vendor refused the credential of one call; never leaves {@link VendorClients}. */
class VendorUnauthorized extends RuntimeException {

    private final @Nullable String authorization;

    VendorUnauthorized(String message, @Nullable String authorization) {
        super(message);
        this.authorization = authorization;
    }

    /** The header that was refused. */
    @Nullable
    String authorization() {
        return authorization;
    }
}

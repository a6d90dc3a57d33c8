package org.throughline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** A login at a vendor, shared by all calls of a connector. */
public interface VendorSession {

    /** The value of the Authorization header for the next call; logs in if necessary. */
    String authorization();

    /** The vendor refused this header: the next call must log in again, unless another one already did. */
    void refused(@Nullable String authorization);
}

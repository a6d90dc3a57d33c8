package org.throughline.platform.vendor;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A login at a vendor, shared by all calls of a connector. */
public interface VendorSession {

    /** The value of {@link #header()} for the next call; logs in if necessary. */
    String authorization();

    /** The vendor refused this value: the next call must log in again, unless another one already did. */
    void refused(@Nullable String authorization);

    /** The header that carries the login. */
    default String header() {
        return "Authorization";
    }

    /** Further headers that go with every call, such as an application's secret. */
    default Map<String, String> companions() {
        return Map.of();
    }
}

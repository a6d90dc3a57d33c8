package org.throughline.platform.vendor;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a vendor is reached; made from each adapter's own properties.
 *
 * @param baseUrl a port of 0 stands for this application's own port, for far ends that the practice agency simulates
 * @param readTimeout after this long without an answer the outcome of a call is unknown
 * @param breakerWait how long an open circuit breaker keeps calls back before it lets some through again
 * @param callsPerSecond the most we send; null where the vendor names no limit
 */
public record VendorSettings(
        URI baseUrl,
        Duration connectTimeout,
        Duration readTimeout,
        Duration breakerWait,
        @Nullable Integer callsPerSecond) {

    /** Without a limit of our own. */
    public VendorSettings(URI baseUrl, Duration connectTimeout, Duration readTimeout, Duration breakerWait) {
        this(baseUrl, connectTimeout, readTimeout, breakerWait, null);
    }
}

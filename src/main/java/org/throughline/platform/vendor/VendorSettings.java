package org.throughline.platform.vendor;

import java.net.URI;
import java.time.Duration;

/**
 * How a vendor is reached; made from each adapter's own properties.
 *
 * @param baseUrl a port of 0 stands for this application's own port, for far ends that the practice agency simulates
 * @param readTimeout after this long without an answer the outcome of a call is unknown
 * @param breakerWait how long an open circuit breaker keeps calls back before it lets some through again
 */
public record VendorSettings(URI baseUrl, Duration connectTimeout, Duration readTimeout, Duration breakerWait) {}

/** Keeps {@code service_request}, the read side of all requests, derived from the engine's history and checked against it. */
@NullMarked
package org.throughline.reporting.projection;

import org.jspecify.annotations.NullMarked;

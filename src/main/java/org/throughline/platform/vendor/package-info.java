/** What all connectors share: the three ways a vendor call can fail, circuit breakers, timeouts. */
@NullMarked
package org.throughline.platform.vendor;

import org.jspecify.annotations.NullMarked;

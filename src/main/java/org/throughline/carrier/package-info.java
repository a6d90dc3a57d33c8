/** The port to any carrier: what the agency submits, on which channel, and what the carrier answers. */
@NullMarked
package org.throughline.carrier;

import org.jspecify.annotations.NullMarked;

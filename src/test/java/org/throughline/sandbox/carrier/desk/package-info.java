/** Tests of the carriers' service desks. */
@NullMarked
package org.throughline.sandbox.carrier.desk;

import org.jspecify.annotations.NullMarked;

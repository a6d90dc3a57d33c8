/** Tests of the simulated carriers. */
@NullMarked
package org.throughline.sandbox.carrier;

import org.jspecify.annotations.NullMarked;

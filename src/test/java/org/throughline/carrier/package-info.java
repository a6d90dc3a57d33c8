/** Tests of carrier. */
@NullMarked
package org.throughline.carrier;

import org.jspecify.annotations.NullMarked;

/** The practice agency's carriers: what they hold, how they decide, and the ways on which they are reached. */
@NullMarked
package org.throughline.sandbox.carrier;

import org.jspecify.annotations.NullMarked;

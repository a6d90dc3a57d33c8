/** Tests of the carrier feed. */
@NullMarked
package org.throughline.intake.feed;

import org.jspecify.annotations.NullMarked;

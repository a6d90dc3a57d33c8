/** Tests of what intake does beside its stores. */
@NullMarked
package org.throughline.intake;

import org.jspecify.annotations.NullMarked;

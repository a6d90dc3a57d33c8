/** Tests of {@code staff}. */
@NullMarked
package org.throughline.staff;

import org.jspecify.annotations.NullMarked;

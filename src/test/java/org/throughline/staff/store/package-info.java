/** Tests of {@code staff.store}. */
@NullMarked
package org.throughline.staff.store;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code staff.process}. */
@NullMarked
package org.throughline.staff.process;

import org.jspecify.annotations.NullMarked;

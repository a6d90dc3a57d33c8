/** Tests of {@code staff.roster}. */
@NullMarked
package org.throughline.staff.roster;

import org.jspecify.annotations.NullMarked;

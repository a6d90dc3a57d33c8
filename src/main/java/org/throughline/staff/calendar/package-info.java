/** The agency's business calendar: opening hours less holidays, and arithmetic in business time. */
@NullMarked
package org.throughline.staff.calendar;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.throughline.staff.calendar;

import org.jspecify.annotations.NullMarked;

/** Keeping the list of people and partners: what may be written on it, by hand or by a CSV file. */
@NullMarked
package org.throughline.staff.roster;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code staff.web}. */
@NullMarked
package org.throughline.staff.web;

import org.jspecify.annotations.NullMarked;

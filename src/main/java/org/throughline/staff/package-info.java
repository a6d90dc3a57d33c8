/** People, licenses and the license gate. */
@NullMarked
package org.throughline.staff;

import org.jspecify.annotations.NullMarked;

/** Where people and licenses are kept. */
@NullMarked
package org.throughline.staff.store;

import org.jspecify.annotations.NullMarked;

/** External licensed capacity: what goes to a partner, what comes back, and what it costs. */
@NullMarked
package org.throughline.partner;

import org.jspecify.annotations.NullMarked;

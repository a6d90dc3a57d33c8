/** Where inbound items are kept. */
@NullMarked
package org.throughline.intake.store;

import org.jspecify.annotations.NullMarked;

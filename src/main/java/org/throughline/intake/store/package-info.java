/** Inbound items in the database. */
@NullMarked
package org.throughline.intake.store;

import org.jspecify.annotations.NullMarked;

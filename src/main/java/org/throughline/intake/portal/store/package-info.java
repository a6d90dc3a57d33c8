/** Tickets, codes and visits of the portal in the database; secrets only as their hash. */
@NullMarked
package org.throughline.intake.portal.store;

import org.jspecify.annotations.NullMarked;

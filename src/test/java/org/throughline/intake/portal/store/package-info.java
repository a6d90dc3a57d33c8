/** Tests of the portal's tables. */
@NullMarked
package org.throughline.intake.portal.store;

import org.jspecify.annotations.NullMarked;

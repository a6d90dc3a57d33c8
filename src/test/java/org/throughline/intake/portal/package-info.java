/** Tests of the portal. */
@NullMarked
package org.throughline.intake.portal;

import org.jspecify.annotations.NullMarked;

/** Tests of intake. */
@NullMarked
package org.throughline.intake.store;

import org.jspecify.annotations.NullMarked;

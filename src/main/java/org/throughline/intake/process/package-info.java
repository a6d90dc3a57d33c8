/** The engine's side of intake. */
@NullMarked
package org.throughline.intake.process;

import org.jspecify.annotations.NullMarked;

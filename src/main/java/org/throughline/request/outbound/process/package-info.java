/** The engine's side of trying again. */
@NullMarked
package org.throughline.request.outbound.process;

import org.jspecify.annotations.NullMarked;

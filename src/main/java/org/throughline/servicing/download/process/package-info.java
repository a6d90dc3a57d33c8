/** Delegates and listeners of the process {@code download-exception}. */
@NullMarked
package org.throughline.servicing.download.process;

import org.jspecify.annotations.NullMarked;

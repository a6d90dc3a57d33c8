/** Read-only figures about the agency's work: what came in, how long it took, how it ended and what is open. */
@NullMarked
package org.throughline.reporting;

import org.jspecify.annotations.NullMarked;

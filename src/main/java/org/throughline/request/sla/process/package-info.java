/** The clocks of requests in the engine. */
@NullMarked
package org.throughline.request.sla.process;

import org.jspecify.annotations.NullMarked;

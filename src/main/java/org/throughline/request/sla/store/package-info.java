/** What is kept of the clocks of requests. */
@NullMarked
package org.throughline.request.sla.store;

import org.jspecify.annotations.NullMarked;

/** The clocks of requests: when they are due, when those clocks stand still, and who hears when time runs out. */
@NullMarked
package org.throughline.request.sla;

import org.jspecify.annotations.NullMarked;

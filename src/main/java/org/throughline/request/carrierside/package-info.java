/** What carriers have of a request's policies. */
@NullMarked
package org.throughline.request.carrierside;

import org.jspecify.annotations.NullMarked;

/** Steps of the process carrier-submission. */
@NullMarked
package org.throughline.servicing.submission.process;

import org.jspecify.annotations.NullMarked;

/** What carriers send on their own account: transactions on policies, in whatever format, and what they are compared with. */
@NullMarked
package org.throughline.carrier.download;

import org.jspecify.annotations.NullMarked;

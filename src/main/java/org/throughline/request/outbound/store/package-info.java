/** What the engine has in hand, from its tables. */
@NullMarked
package org.throughline.request.outbound.store;

import org.jspecify.annotations.NullMarked;

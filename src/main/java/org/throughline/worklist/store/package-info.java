/** Where the workforce and its assignments are kept. */
@NullMarked
package org.throughline.worklist.store;

import org.jspecify.annotations.NullMarked;

/** What is read about requests: the read side and the engine's history. */
@NullMarked
package org.throughline.request.store;

import org.jspecify.annotations.NullMarked;

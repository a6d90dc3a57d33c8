/** Hears of requests from the engine's history. */
@NullMarked
package org.throughline.exchange.process;

import org.jspecify.annotations.NullMarked;

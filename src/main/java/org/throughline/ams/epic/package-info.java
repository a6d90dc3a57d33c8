/** Adapter to Applied Epic: its API, its session, and the mapping to the canonical model. */
@NullMarked
package org.throughline.ams.epic;

import org.jspecify.annotations.NullMarked;

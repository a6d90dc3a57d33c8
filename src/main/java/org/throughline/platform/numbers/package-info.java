/** Human-readable numbers, unique across nodes. */
@NullMarked
package org.throughline.platform.numbers;

import org.jspecify.annotations.NullMarked;

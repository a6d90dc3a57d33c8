/** The practice agency: far ends that keep to their vendors' contracts, and the invented book they hold. */
@NullMarked
package org.throughline.sandbox;

import org.jspecify.annotations.NullMarked;

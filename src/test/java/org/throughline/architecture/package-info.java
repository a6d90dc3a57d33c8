/** The rules of the house that the compiler does not know: which folder may see which, and what a delegate may be. */
@NullMarked
package org.throughline.architecture;

import org.jspecify.annotations.NullMarked;

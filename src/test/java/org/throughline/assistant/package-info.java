/** Tests of what models said and were asked. */
@NullMarked
package org.throughline.assistant;

import org.jspecify.annotations.NullMarked;

/** The three bounded AI functions: the register of what models said, and an optional model outside the house. */
@NullMarked
package org.throughline.assistant;

import org.jspecify.annotations.NullMarked;

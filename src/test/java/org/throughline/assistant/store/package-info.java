/** Tests of what models said and were asked. */
@NullMarked
package org.throughline.assistant.store;

import org.jspecify.annotations.NullMarked;

/** Tests of {@code platform.engine}. */
@NullMarked
package org.throughline.platform.engine;

import org.jspecify.annotations.NullMarked;

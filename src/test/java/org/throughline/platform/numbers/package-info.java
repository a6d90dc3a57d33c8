/** Tests of {@code platform.numbers}. */
@NullMarked
package org.throughline.platform.numbers;

import org.jspecify.annotations.NullMarked;

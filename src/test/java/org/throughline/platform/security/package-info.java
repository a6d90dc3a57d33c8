/** Tests of {@code platform.security}. */
@NullMarked
package org.throughline.platform.security;

import org.jspecify.annotations.NullMarked;

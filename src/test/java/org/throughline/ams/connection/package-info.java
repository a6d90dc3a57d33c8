/** Tests of {@code ams.connection}. */
@NullMarked
package org.throughline.ams.connection;

import org.jspecify.annotations.NullMarked;

/** Tests of carrier download. */
@NullMarked
package org.throughline.carrier.download;

import org.jspecify.annotations.NullMarked;

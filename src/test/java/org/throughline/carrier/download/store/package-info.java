/** Tests of carrier download store. */
@NullMarked
package org.throughline.carrier.download.store;

import org.jspecify.annotations.NullMarked;

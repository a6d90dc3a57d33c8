/** The tables of carrier downloads. */
@NullMarked
package org.throughline.carrier.download.store;

import org.jspecify.annotations.NullMarked;

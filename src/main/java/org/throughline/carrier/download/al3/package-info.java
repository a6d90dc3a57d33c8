/** AL3, the older format of carrier downloads: groups of fixed width. */
@NullMarked
package org.throughline.carrier.download.al3;

import org.jspecify.annotations.NullMarked;

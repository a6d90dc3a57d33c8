/** Tests of carrier download al3. */
@NullMarked
package org.throughline.carrier.download.al3;

import org.jspecify.annotations.NullMarked;

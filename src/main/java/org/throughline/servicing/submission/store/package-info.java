/** Tables of carrier submissions. */
@NullMarked
package org.throughline.servicing.submission.store;

import org.jspecify.annotations.NullMarked;

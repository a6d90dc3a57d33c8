/** A NowCerts that keeps the vendor's documented contract and its quirks, with state of its own on disk. */
@NullMarked
package org.throughline.sandbox.nowcerts;

import org.jspecify.annotations.NullMarked;

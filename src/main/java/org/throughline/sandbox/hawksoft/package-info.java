/** A HawkSoft that keeps the vendor's documented contract and its quirks, with state of its own on disk. */
@NullMarked
package org.throughline.sandbox.hawksoft;

import org.jspecify.annotations.NullMarked;

/** An Applied Epic that keeps the vendor's documented contract and its quirks, with state of its own on disk. */
@NullMarked
package org.throughline.sandbox.epic;

import org.jspecify.annotations.NullMarked;

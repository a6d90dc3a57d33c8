/**
 * An EZLynx that keeps what is known of the vendor's contract and its quirks, with state of its own on disk. What only
 * clients show or nobody says stands as assumed at the call.
 */
@NullMarked
package org.throughline.sandbox.ezlynx;

import org.jspecify.annotations.NullMarked;

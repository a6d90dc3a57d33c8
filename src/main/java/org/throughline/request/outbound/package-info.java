/** The ledger for people: what left the house or has not yet, what happens next with it, and trying it again. */
@NullMarked
package org.throughline.request.outbound;

import org.jspecify.annotations.NullMarked;

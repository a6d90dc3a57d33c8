/** The write ledger: every write to the outside is a row before it is a call. */
@NullMarked
package org.throughline.platform.ledger;

import org.jspecify.annotations.NullMarked;

/** Outgoing mail through the ledger. */
@NullMarked
package org.throughline.platform.mail;

import org.jspecify.annotations.NullMarked;

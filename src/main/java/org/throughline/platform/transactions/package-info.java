/** What goes on although a statement failed, or the transaction at hand is rolled back. */
@NullMarked
package org.throughline.platform.transactions;

import org.jspecify.annotations.NullMarked;

/** Exports of clients, policies and open work, in columns that the import takes. */
@NullMarked
package org.throughline.exchange.exporting;

import org.jspecify.annotations.NullMarked;

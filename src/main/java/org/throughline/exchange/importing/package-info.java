/** Imports of clients, policies and open work: row by row, first on trial, with a sentence for every row that is refused. */
@NullMarked
package org.throughline.exchange.importing;

import org.jspecify.annotations.NullMarked;

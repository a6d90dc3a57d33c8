/** Files of rows, CSV and XLSX: read without running anything in them, and written so that nothing in them runs. */
@NullMarked
package org.throughline.exchange.spreadsheet;

import org.jspecify.annotations.NullMarked;

/** Transactions that carriers download: matched with the agency's policies, applied, or shown to a person. */
@NullMarked
package org.throughline.servicing.download;

import org.jspecify.annotations.NullMarked;

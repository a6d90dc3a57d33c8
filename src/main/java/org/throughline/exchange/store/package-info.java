/** The tables of mappings, webhooks and their deliveries, and of the work that is exported. */
@NullMarked
package org.throughline.exchange.store;

import org.jspecify.annotations.NullMarked;

/** Imports, exports, mappings and webhooks over HTTP. */
@NullMarked
package org.throughline.exchange.web;

import org.jspecify.annotations.NullMarked;

/** How the columns of somebody's file are read as our fields. */
@NullMarked
package org.throughline.exchange.mapping;

import org.jspecify.annotations.NullMarked;

/** Partners' work in tables of our own. */
@NullMarked
package org.throughline.partner.store;

import org.jspecify.annotations.NullMarked;

/** Our pages in Cockpit: the server halves; the front halves stand in {@code plugin-webapp}, built from its {@code kit}. */
@NullMarked
package org.throughline.cockpit;

import org.jspecify.annotations.NullMarked;

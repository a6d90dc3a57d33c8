/** The pages "Agency", "Learning" and "Replay" in Cockpit: the server halves; the front halves stand in {@code plugin-webapp}. */
@NullMarked
package org.throughline.cockpit;

import org.jspecify.annotations.NullMarked;

/** The engine's side of partners' work: delegates, rights, and the tasks themselves. */
@NullMarked
package org.throughline.partner.process;

import org.jspecify.annotations.NullMarked;

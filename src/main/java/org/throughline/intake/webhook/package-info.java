/** Calls of other systems without a login: each is believed by its signature. */
@NullMarked
package org.throughline.intake.webhook;

import org.jspecify.annotations.NullMarked;

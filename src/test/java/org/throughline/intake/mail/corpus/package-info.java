/** Messages that mail programs, gateways and people break in every way, with what a reader must make of each. */
@NullMarked
package org.throughline.intake.mail.corpus;

import org.jspecify.annotations.NullMarked;

/** Tests of intake. */
@NullMarked
package org.throughline.intake.mail;

import org.jspecify.annotations.NullMarked;

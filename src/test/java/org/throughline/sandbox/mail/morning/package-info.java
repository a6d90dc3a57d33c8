/** Tests of the practice agency's first morning. */
@NullMarked
package org.throughline.sandbox.mail.morning;

import org.jspecify.annotations.NullMarked;

/** Reads raw mail: parts, text, attachments; whatever is broken, something readable comes out. */
@NullMarked
package org.throughline.intake.mail;

import org.jspecify.annotations.NullMarked;

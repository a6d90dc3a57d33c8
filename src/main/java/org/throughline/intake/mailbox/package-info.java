/** Fetches the agency's mailbox. */
@NullMarked
package org.throughline.intake.mailbox;

import org.jspecify.annotations.NullMarked;

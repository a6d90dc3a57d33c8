/** Reads e-mail: raw messages, their text and their attachments, and the agency's mailbox. */
@NullMarked
package org.throughline.intake.mail;

import org.jspecify.annotations.NullMarked;

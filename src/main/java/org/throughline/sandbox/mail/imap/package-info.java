/** IMAP4rev1 over the practice mailboxes; large messages are streamed from their files, never held in memory. */
@NullMarked
package org.throughline.sandbox.mail.imap;

import org.jspecify.annotations.NullMarked;

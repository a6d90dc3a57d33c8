/** The practice agency's mail server: SMTP in, IMAP out, mailboxes as files under the data directory. */
@NullMarked
package org.throughline.sandbox.mail;

import org.jspecify.annotations.NullMarked;

/** The carriers' service desks: they read the practice mail server's mailboxes and answer request forms by mail. */
@NullMarked
package org.throughline.sandbox.carrier.desk;

import org.jspecify.annotations.NullMarked;

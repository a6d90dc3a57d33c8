/** Tests of outgoing mail. */
@NullMarked
package org.throughline.platform.mail;

import org.jspecify.annotations.NullMarked;

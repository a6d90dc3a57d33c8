/** Tests of the practice mail server, over real connections. */
@NullMarked
package org.throughline.sandbox.mail;

import org.jspecify.annotations.NullMarked;

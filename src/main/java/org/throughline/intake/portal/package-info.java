/** The public page: a client asks for service, and sees what became of it by a code sent to the address that asked. */
@NullMarked
package org.throughline.intake.portal;

import org.jspecify.annotations.NullMarked;

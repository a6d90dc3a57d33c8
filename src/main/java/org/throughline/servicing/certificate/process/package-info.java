/** The engine's side of certificate issuance. */
@NullMarked
package org.throughline.servicing.certificate.process;

import org.jspecify.annotations.NullMarked;

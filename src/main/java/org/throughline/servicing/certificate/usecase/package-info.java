/** What can be done with a certificate; each use case is safe to repeat. */
@NullMarked
package org.throughline.servicing.certificate.usecase;

import org.jspecify.annotations.NullMarked;

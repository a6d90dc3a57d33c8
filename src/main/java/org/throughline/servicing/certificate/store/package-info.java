/** Certificates in the table certificate. */
@NullMarked
package org.throughline.servicing.certificate.store;

import org.jspecify.annotations.NullMarked;

/** Certificates over HTTP. */
@NullMarked
package org.throughline.servicing.certificate.web;

import org.jspecify.annotations.NullMarked;

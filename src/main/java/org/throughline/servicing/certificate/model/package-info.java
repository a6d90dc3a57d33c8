/** What a certificate shows and the checks it must pass; plain Java. */
@NullMarked
package org.throughline.servicing.certificate.model;

import org.jspecify.annotations.NullMarked;

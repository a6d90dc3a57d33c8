/** Asks a carrier for something and follows it until the carrier has decided and what it issued was checked. */
@NullMarked
package org.throughline.servicing.submission;

import org.jspecify.annotations.NullMarked;

/** Tests of the adapter to carriers that take ACORD XML. */
@NullMarked
package org.throughline.carrier.acordxml;

import org.jspecify.annotations.NullMarked;

/** Carriers with a REST interface like that of Guidewire's Cloud API: documented ways and headers, invented products. */
@NullMarked
package org.throughline.sandbox.carrier.rest;

import org.jspecify.annotations.NullMarked;

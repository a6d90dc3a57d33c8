/** The engine's side of a service request. */
@NullMarked
package org.throughline.request.process;

import org.jspecify.annotations.NullMarked;

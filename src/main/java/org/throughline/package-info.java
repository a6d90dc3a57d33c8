/** Throughline, the agency operating system: one folder a capability. */
@NullMarked
package org.throughline;

import org.jspecify.annotations.NullMarked;

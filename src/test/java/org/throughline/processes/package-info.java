/** The processes driven by hand through an in-memory engine, so that each test reads as the path through its diagram. */
@NullMarked
package org.throughline.processes;

import org.jspecify.annotations.NullMarked;

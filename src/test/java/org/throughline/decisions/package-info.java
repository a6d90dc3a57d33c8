/** Runs every decision table against its lines of examples, without an engine's database and without Spring. */
@NullMarked
package org.throughline.decisions;

import org.jspecify.annotations.NullMarked;

/** Measures how well messages are understood. */
@NullMarked
package org.throughline.triage;

import org.jspecify.annotations.NullMarked;

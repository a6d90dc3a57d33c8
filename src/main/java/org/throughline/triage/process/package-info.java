/** Reads the deployed decision tables out of the engine. */
@NullMarked
package org.throughline.triage.process;

import org.jspecify.annotations.NullMarked;

/** Reads an inbound message and decides what work it is and who should do it. */
@NullMarked
package org.throughline.triage;

import org.jspecify.annotations.NullMarked;

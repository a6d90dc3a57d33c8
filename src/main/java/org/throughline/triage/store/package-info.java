/** The tables of learning. */
@NullMarked
package org.throughline.triage.store;

import org.jspecify.annotations.NullMarked;

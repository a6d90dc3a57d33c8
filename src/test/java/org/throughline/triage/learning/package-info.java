/** Tests of learning. */
@NullMarked
package org.throughline.triage.learning;

import org.jspecify.annotations.NullMarked;

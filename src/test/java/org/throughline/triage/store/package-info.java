/** Tests of learning's tables. */
@NullMarked
package org.throughline.triage.store;

import org.jspecify.annotations.NullMarked;

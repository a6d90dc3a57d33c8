/** Tests of the suggester. */
@NullMarked
package org.throughline.triage.suggest;

import org.jspecify.annotations.NullMarked;

/** Changed decision tables, run over what was decided before: what would come out otherwise, and who would do the work. */
@NullMarked
package org.throughline.reporting.replay;

import org.jspecify.annotations.NullMarked;

/**
 * The learned suggester of work types: runs inside the JVM with no network, is trained from the corpus under
 * {@code triage/corpus}, and only ever suggests; the tables decide.
 */
@NullMarked
package org.throughline.triage.suggest;

import org.jspecify.annotations.NullMarked;

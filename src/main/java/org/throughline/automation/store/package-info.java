/** Levels, switches and evidence in tables. */
@NullMarked
package org.throughline.automation.store;

import org.jspecify.annotations.NullMarked;

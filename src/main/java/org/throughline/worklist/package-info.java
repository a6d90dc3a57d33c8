/** What Tasklist needs beyond the engine: the tab "Request", whose front half stands in {@code plugin-webapp/request}. */
@NullMarked
package org.throughline.worklist;

import org.jspecify.annotations.NullMarked;

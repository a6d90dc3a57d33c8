/** Where tasks and models meet the assignment of work. */
@NullMarked
package org.throughline.worklist.process;

import org.jspecify.annotations.NullMarked;

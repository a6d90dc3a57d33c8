/** The benchmark of the whole path; figures come from here, never from timed tests. */
@NullMarked
package org.throughline.bench;

import org.jspecify.annotations.NullMarked;

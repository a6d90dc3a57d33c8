@NullMarked
package org.throughline.worklist;

import org.jspecify.annotations.NullMarked;

/** Lists of tasks, claimed and moved many at a time, over HTTP. */
@NullMarked
package org.throughline.worklist.web;

import org.jspecify.annotations.NullMarked;

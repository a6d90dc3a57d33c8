@NullMarked
package org.throughline.worklist.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.throughline.cockpit;

import org.jspecify.annotations.NullMarked;

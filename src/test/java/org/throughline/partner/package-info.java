@NullMarked
package org.throughline.partner;

import org.jspecify.annotations.NullMarked;

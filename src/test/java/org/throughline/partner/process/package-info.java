@NullMarked
package org.throughline.partner.process;

import org.jspecify.annotations.NullMarked;

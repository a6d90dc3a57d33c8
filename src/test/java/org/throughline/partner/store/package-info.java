@NullMarked
package org.throughline.partner.store;

import org.jspecify.annotations.NullMarked;

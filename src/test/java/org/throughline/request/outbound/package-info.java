@NullMarked
package org.throughline.request.outbound;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.throughline.request.carrierside;

import org.jspecify.annotations.NullMarked;

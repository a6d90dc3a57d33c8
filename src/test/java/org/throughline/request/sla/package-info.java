@NullMarked
package org.throughline.request.sla;

import org.jspecify.annotations.NullMarked;

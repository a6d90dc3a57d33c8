@NullMarked
package org.throughline.request.sla.process;

import org.jspecify.annotations.NullMarked;

/** The service request: number, life cycle, search, timeline. */
@NullMarked
package org.throughline.request;

import org.jspecify.annotations.NullMarked;

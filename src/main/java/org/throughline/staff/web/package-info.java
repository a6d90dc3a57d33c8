/** People over HTTP. */
@NullMarked
package org.throughline.staff.web;

import org.jspecify.annotations.NullMarked;
